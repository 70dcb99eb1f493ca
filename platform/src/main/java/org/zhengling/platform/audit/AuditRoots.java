package org.zhengling.platform.audit;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.platform.audit.store.RootViews;
import org.zhengling.platform.audit.store.RootViews.RootLine;
import org.zhengling.platform.audit.store.Roots;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Purpose;

/**
 * Joins the sixteen chains in one signed digest, again and again, and anchors it in a file outside
 * of the database. What was anchored cannot be rewritten unseen.
 */
@Component
public class AuditRoots {
  static final Purpose SIGNING = new Purpose("audit.root");
  static final String NOTHING = "0".repeat(64);
  private static final int STEP = 1_000;

  private final Roots roots;
  private final RootViews views;
  private final AnchorFile anchors;
  private final Keys keys;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  AuditRoots(
      Roots roots,
      RootViews views,
      AnchorFile anchors,
      Keys keys,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.roots = roots;
    this.views = views;
    this.anchors = anchors;
    this.keys = keys;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Makes a root where something was recorded since the last one, then anchors every root that is
   * not anchored here yet: those of other servers, and one whose server was cut off in between.
   */
  public void join() {
    transaction.executeWithoutResult(status -> add());
    anchor();
  }

  private void add() {
    roots.lock();
    Optional<RootLine> last = views.last();
    List<Root.End> ends = roots.ends();
    long entries = ends.stream().mapToLong(Root.End::length).sum();
    if (entries == last.map(RootLine::entries).orElse(0L)) {
      return;
    }
    Root root =
        new Root(
            last.map(RootLine::number).orElse(0L) + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            entries,
            last.map(RootLine::digest).orElse(NOTHING),
            ends);
    roots.add(root, keys.sign(SIGNING, root.canonical()));
  }

  /** Copies to this machine's file what other servers joined. */
  public void anchor() {
    long anchored = anchors.lines().stream().mapToLong(AnchorFile.Line::number).max().orElse(0);
    List<RootLine> further = views.after(anchored, STEP);
    while (!further.isEmpty()) {
      anchors.append(
          further.stream()
              .map(root ->
                  new AnchorFile.Line(root.number(), root.at(), root.entries(), root.digest()))
              .toList());
      further = views.after(further.getLast().number(), STEP);
    }
  }

  /**
   * A root as anybody may check it.
   *
   * @param text whose SM3 digest is the root's, byte for byte
   * @param signature SM2 with SM3 in the form of the standard, hexadecimal
   * @param openKey point, uncompressed, hexadecimal
   */
  public record Published(RootLine root, String text, String signature, String openKey) {}

  public Optional<Published> published(long number) {
    HexFormat hex = HexFormat.of();
    return views
        .byNumber(number)
        .map(root -> {
          byte[] signature = hex.parseHex(root.signature());
          return new Published(
              root,
              new String(hex.parseHex(root.canonical()), StandardCharsets.UTF_8),
              hex.formatHex(Keys.standardForm(signature)),
              hex.formatHex(keys.openPart(signature)));
        });
  }
}
