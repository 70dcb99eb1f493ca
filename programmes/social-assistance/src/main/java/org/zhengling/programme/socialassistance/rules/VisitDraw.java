package org.zhengling.programme.socialassistance.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.zhengling.engine.law.Clause;

/**
 * Which cases a county visits at home. Anybody who has the list and the seed draws the same ones:
 * each case is put in the order of SHA-256 over seed, a colon and its number.
 */
public final class VisitDraw {
  private VisitDraw() {}

  /**
   * Draws without putting back.
   *
   * @param cases numbers of the cases, in any order
   * @param percent share to be visited, rounded up to a whole case
   * @param seed published after the list was fixed
   */
  @Clause("济政字〔2020〕53号 二(二)5")
  public static List<String> draw(List<String> cases, int percent, String seed) {
    int wanted = Math.ceilDiv(cases.size() * percent, 100);
    return cases.stream()
        .distinct()
        .sorted(Comparator.comparing((String one) -> place(seed, one)).thenComparing(one -> one))
        .limit(wanted)
        .sorted()
        .toList();
  }

  private static String place(String seed, String number) {
    byte[] drawn = (seed + ":" + number).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(drawn));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Maybe this is no Java: it must have SHA-256", e);
    }
  }
}
