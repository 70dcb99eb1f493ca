package org.zhengling.platform.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.platform.audit.Verification.Fault;
import org.zhengling.platform.audit.Verification.Kind;
import org.zhengling.platform.audit.store.EntryViews;
import org.zhengling.platform.audit.store.EntryViews.Stored;
import org.zhengling.platform.audit.store.RootViews;
import org.zhengling.platform.audit.store.RootViews.RootLine;
import org.zhengling.platform.audit.store.Roots;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Sm3;

/**
 * Reads every row of the chains from the database and computes it anew: digests, links, order,
 * ends, roots, signatures, and the anchor file beside the database.
 */
@Component
public class AuditVerifier {
  private static final int STEP = 5_000;
  private static final int MOST_FAULTS = 100;

  private final EntryViews entries;
  private final RootViews rootViews;
  private final Roots roots;
  private final AnchorFile anchors;
  private final Keys keys;

  AuditVerifier(
      EntryViews entries, RootViews rootViews, Roots roots, AnchorFile anchors, Keys keys) {
    this.entries = entries;
    this.rootViews = rootViews;
    this.roots = roots;
    this.anchors = anchors;
    this.keys = keys;
  }

  /** One look at the whole: what is recorded meanwhile is not part of it. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Verification verify() {
    // Before the first look into the database: a root is anchored after it is committed.
    Anchored anchored = anchored();
    entries.openEverything();
    return new Run(anchored).run();
  }

  private Anchored anchored() {
    try {
      return new Anchored(anchors.lines(), 0);
    } catch (AnchorFile.BrokenAnchor e) {
      return new Anchored(List.of(), e.line());
    }
  }

  /**
   * The anchor file.
   *
   * @param brokenLine that cannot be read, or 0
   */
  private record Anchored(List<AnchorFile.Line> lines, int brokenLine) {}

  /** What one check has seen so far. */
  private final class Run {
    private final Anchored anchored;
    private final List<Fault> faults = new ArrayList<>();

    /** Where a root says that a chain ended: digest by length, for each stream. */
    private final List<Map<Long, RootEnd>> expected = new ArrayList<>();

    private long read;
    private long rootsRead;
    private long anchorsRead;

    Run(Anchored anchored) {
      this.anchored = anchored;
    }

    Verification run() {
      for (int stream = 0; stream < roots.ends().size(); stream++) {
        expected.add(new HashMap<>());
      }
      Map<Long, String> digests = roots();
      anchors(digests);
      for (Root.End end : roots.ends()) {
        chain(end);
      }
      if (read == 0) {
        fault(Kind.EMPTY, "audit.entry", "一条审计记录也没有。");
      }
      return new Verification(read, rootsRead, anchorsRead, faults);
    }

    private void fault(Kind kind, String place, String what) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(new Fault(kind, place, what));
      }
    }

    private Map<Long, String> roots() {
      Map<Long, String> digests = new HashMap<>();
      String previous = AuditRoots.NOTHING;
      long number = 0;
      for (List<RootLine> step = rootViews.after(0, STEP);
          !step.isEmpty();
          step = rootViews.after(number, STEP)) {
        for (RootLine line : step) {
          root(line, number + 1, previous);
          digests.put(line.number(), line.digest());
          previous = line.digest();
          number = line.number();
          rootsRead++;
        }
      }
      return digests;
    }

    private void root(RootLine line, long number, String previous) {
      String place = "root " + line.number();
      if (line.number() != number) {
        fault(Kind.GAP, place, "总根缺第 " + number + " 号。");
      }
      byte[] canonical = HexFormat.of().parseHex(line.canonical());
      Root root = RootReader.read(canonical);
      boolean same =
          root != null
              && Arrays.equals(root.canonical(), canonical)
              && line.digest().equals(HexFormat.of().formatHex(Sm3.of(canonical)))
              && root.number() == line.number()
              && root.at().equals(line.at())
              && root.entries() == line.entries()
              && root.previous().equals(line.previous());
      if (root == null || !same) {
        fault(Kind.EDITED, place, "总根第 " + line.number() + " 号的内容和摘要对不上。");
        return;
      }
      if (!line.previous().equals(previous)) {
        fault(Kind.EDITED, place, "总根第 " + line.number() + " 号接不上前一号。");
      }
      if (!keys.verify(AuditRoots.SIGNING, canonical, HexFormat.of().parseHex(line.signature()))) {
        fault(Kind.EDITED, place, "总根第 " + line.number() + " 号的签名不对。");
      }
      for (Root.End end : root.ends()) {
        if (end.length() > 0) {
          expected.get(end.stream()).put(end.length(), new RootEnd(line.number(), end.digest()));
        }
      }
    }

    private void anchors(Map<Long, String> digests) {
      if (anchored.brokenLine() > 0) {
        String what = "锚定文件第 " + anchored.brokenLine() + " 行读不懂，被改动过。";
        fault(Kind.ANCHOR, "anchor line " + anchored.brokenLine(), what);
        return;
      }
      List<AnchorFile.Line> lines = anchored.lines();
      if (lines.isEmpty() && !digests.isEmpty()) {
        fault(Kind.ANCHOR, "anchor file", "锚定文件不见了或是空的，库里却有 " + digests.size() + " 个总根。");
      }
      long number = 0;
      for (AnchorFile.Line line : lines) {
        anchorsRead++;
        String place = "anchor " + line.number();
        if (line.number() != number + 1) {
          fault(Kind.ANCHOR, place, "锚定文件缺第 " + (number + 1) + " 号。");
        }
        number = line.number();
        String digest = digests.get(line.number());
        if (digest == null) {
          fault(Kind.ANCHOR, place, "锚定过的总根第 " + line.number() + " 号不在库里了。");
        } else if (!digest.equals(line.digest())) {
          fault(Kind.ANCHOR, place, "总根第 " + line.number() + " 号和锚定时不一样：审计链被重做过。");
        }
      }
    }

    private void chain(Root.End end) {
      Map<Long, RootEnd> checkpoints = expected.get(end.stream());
      long longest = checkpoints.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
      String previous = AuditRoots.NOTHING;
      long seq = 0;
      for (List<Stored> step = entries.chain(end.stream(), 0, STEP);
          !step.isEmpty();
          step = entries.chain(end.stream(), seq, STEP)) {
        for (Stored stored : step) {
          entry(stored, seq + 1, previous, checkpoints);
          previous = stored.digest();
          seq = stored.entry().seq();
          read++;
        }
      }
      String place = "stream " + end.stream() + " seq " + (seq + 1);
      if (seq < Math.max(longest, end.length())) {
        long last = Math.max(longest, end.length());
        fault(
            Kind.TRUNCATED,
            place,
            "第 " + end.stream() + " 链的末尾少了：应有 " + last + " 条，只有 " + seq + " 条。");
      } else if (end.length() != seq || !end.digest().equals(previous)) {
        fault(Kind.EDITED, place, "第 " + end.stream() + " 链的链头和最后一条对不上。");
      }
    }

    private void entry(Stored stored, long seq, String previous, Map<Long, RootEnd> checkpoints) {
      Entry entry = stored.entry();
      String place = "stream " + entry.stream() + " seq " + entry.seq();
      String named = "第 " + entry.stream() + " 链第 " + entry.seq() + " 条";
      if (entry.seq() != seq) {
        String missing =
            seq == entry.seq() - 1
                ? "第 " + seq + " 条"
                : "第 " + seq + " 至 " + (entry.seq() - 1) + " 条";
        fault(
            Kind.GAP,
            "stream " + entry.stream() + " seq " + seq,
            "第 " + entry.stream() + " 链缺" + missing + "。");
      }
      byte[] canonical = HexFormat.of().parseHex(stored.canonical());
      if (!stored.digest().equals(HexFormat.of().formatHex(Sm3.of(canonical)))) {
        fault(Kind.EDITED, place, named + "的内容被改过：摘要对不上。");
      } else if (!Arrays.equals(entry.canonical(), canonical)) {
        boolean moved =
            !new String(canonical, java.nio.charset.StandardCharsets.UTF_8)
                .startsWith(
                    "form entry 1\nstream " + entry.stream() + "\nseq " + entry.seq() + "\n");
        fault(
            moved ? Kind.SWAPPED : Kind.EDITED,
            place,
            moved ? named + "原来不在这个位置：记录被调换过。" : named + "的列和规范字节对不上：列被改过。");
      } else if (entry.seq() == seq && !entry.previous().equals(previous)) {
        fault(Kind.EDITED, place, named + "接不上前一条：前一条被改过。");
      }
      RootEnd root = checkpoints.get(entry.seq());
      if (root != null && !root.digest().equals(stored.digest())) {
        fault(Kind.ANCHOR, place, named + "和总根第 " + root.number() + " 号不一样：审计链被重做过。");
      }
    }
  }

  private record RootEnd(long number, String digest) {}
}
