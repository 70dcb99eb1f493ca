package org.zhengling.platform.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhengling.platform.exchange.store.Bodies;
import org.zhengling.platform.exchange.store.Chains;
import org.zhengling.platform.exchange.store.Chains.Stored;
import org.zhengling.platform.keys.Sm3;

/**
 * Goes through the chain of a source: every link must follow the one before it, say what its digest
 * says, and carry the body that was sent or received, as long as that is kept.
 */
@Component
public class ChainCheck {
  private static final String NOTHING = "0".repeat(64);
  private static final int STEP = 500;

  private final Chains chains;
  private final Bodies bodies;

  ChainCheck(Chains chains, Bodies bodies) {
    this.chains = chains;
    this.bodies = bodies;
  }

  /**
   * What was found.
   *
   * @param links how many were looked at
   * @param bodies how many of their bodies are still kept and were compared
   * @param faults in the order of the chain; none where it is whole
   */
  public record Result(String source, long links, long bodies, List<Fault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /**
   * A link that is not what it was.
   *
   * @param what Chinese
   */
  public record Fault(long seq, String what) {}

  /** A link of either kind, for going along. */
  private record Link(
      long seq,
      String previous,
      String stored,
      String recomputed,
      Optional<byte[]> body,
      String bodyDigest) {}

  /** Reads the whole chain within the scope in force, which must hold every area. */
  public Result check(String source) {
    Chains.Head head = chains.head(source);
    List<Fault> faults = new ArrayList<>();
    String before = NOTHING;
    long kept = 0;
    long expected = 1;
    for (long from = 0; from < head.length(); from += STEP) {
      for (Link link : links(source, from, Math.min(from + STEP, head.length())).values()) {
        if (link.seq() != expected) {
          faults.add(new Fault(expected, "第 " + expected + " 条不在了"));
          expected = link.seq();
        }
        faults.addAll(faults(link, before));
        kept += link.body().isPresent() ? 1 : 0;
        before = link.recomputed();
        expected++;
      }
    }
    if (expected <= head.length()) {
      faults.add(new Fault(expected, "第 " + expected + " 条以后不在了"));
    } else if (!before.equals(head.digest())) {
      faults.add(new Fault(head.length(), "最后一条和链头不一致"));
    }
    return new Result(source, head.length(), kept, faults);
  }

  private static List<Fault> faults(Link link, String before) {
    List<Fault> faults = new ArrayList<>();
    if (!link.previous().equals(before)) {
      faults.add(new Fault(link.seq(), "没有接在前一条之后"));
    }
    if (!link.stored().equals(link.recomputed())) {
      faults.add(new Fault(link.seq(), "内容和摘要不一致，写下以后被改过"));
    }
    link.body()
        .filter(body -> !Sm3.hex(body).equals(link.bodyDigest()))
        .ifPresent(body -> faults.add(new Fault(link.seq(), "报文和摘要不一致")));
    return faults;
  }

  private Map<Long, Link> links(String source, long after, long upTo) {
    Map<Long, Link> links = new TreeMap<>();
    for (Stored<Asked> one : chains.asked(source, after, upTo)) {
      Asked asked = one.link();
      links.put(
          asked.seq(),
          new Link(
              asked.seq(),
              asked.previous(),
              one.digest(),
              asked.digest(),
              bodies.ofEnquiry(asked.id()),
              asked.requestDigest()));
    }
    for (Stored<Answered> one : chains.answered(source, after, upTo)) {
      Answered answered = one.link();
      links.put(
          answered.seq(),
          new Link(
              answered.seq(),
              answered.previous(),
              one.digest(),
              answered.digest(),
              bodies.ofAnswer(answered.id()),
              answered.replyDigest()));
    }
    return links;
  }
}
