package org.zhengling.platform.cases;

import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengling.platform.cases.store.Actions;
import org.zhengling.platform.cases.store.Actions.ActionRow;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Purpose;
import org.zhengling.platform.keys.SealedColumn;
import org.zhengling.platform.keys.Sm3;

/**
 * Seals what actions say, each bound to its place in its case, and links every action to the one
 * before it: one that was changed, moved or left out is noticed when the case is read.
 */
@Component
class ActionPayloads implements SealedColumn {
  static final String NOTHING_BEFORE = "0".repeat(2 * Sm3.BYTES);

  private static final Purpose PURPOSE = new Purpose("cases.action");

  private final Keys keys;
  private final Actions rows;

  ActionPayloads(Keys keys, Actions rows) {
    this.keys = keys;
    this.rows = rows;
  }

  /**
   * The first key is made at the start: an act in a transaction would wait for a second connection.
   */
  @PostConstruct
  void makeKey() {
    keys.seal(PURPOSE, new byte[0], bound(0, 0));
  }

  byte[] seal(long caseFile, int seq, String payload) {
    return keys.seal(PURPOSE, payload.getBytes(StandardCharsets.UTF_8), bound(caseFile, seq));
  }

  String open(ActionRow row) {
    byte[] plain = keys.open(PURPOSE, row.payload(), bound(row.caseFile(), row.seq()));
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** SM3 over the digest of the action before and everything that the fold reads. */
  static String digest(String before, long caseFile, int seq, String kind, String payload) {
    return Sm3.hex(String.join("\n", before, caseFile + "-" + seq, kind, payload));
  }

  private static byte[] bound(long caseFile, int seq) {
    return ("cases.action.payload " + caseFile + " " + seq).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Purpose purpose() {
    return PURPOSE;
  }

  @Override
  public Set<Long> keysInUse() {
    return rows.keysInUse();
  }

  /** What one action says, sealed. */
  record Payload(ActionRow row) implements Cell {
    @Override
    public byte[] sealed() {
      return row.payload();
    }

    @Override
    public byte[] bound() {
      return ActionPayloads.bound(row.caseFile(), row.seq());
    }
  }

  @Override
  public List<Payload> sealedBefore(long key, int atMost) {
    return rows.sealedBefore(key, atMost).stream().map(Payload::new).toList();
  }

  @Override
  public void replace(Cell cell, byte[] sealedAnew) {
    if (!(cell instanceof Payload(ActionRow row))) {
      throw new IllegalStateException("Maybe a value of another column: " + cell.getClass());
    }
    rows.replace(row, sealedAnew);
  }
}
