package org.zhengling.platform.cases;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The code of a receipt: nine characters drawn from 31 that nobody confuses, and a tenth that tells
 * a slip of the pen from a wrong code. 31 to the power of nine are 2.6 × 10¹³.
 */
final class ReceiptCode {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int DRAWN = 9;

  private ReceiptCode() {}

  static String draw(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < DRAWN; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.append(check(code)).toString();
  }

  /** As it is printed, in two fives: 7K3MQ-X9P2A. */
  static String printed(String code) {
    return code.substring(0, 5) + "-" + code.substring(5);
  }

  /** As it was typed, without blanks and strokes. */
  static String plain(String typed) {
    return typed.replaceAll("[\\s\\-－—]+", "").toUpperCase(Locale.ROOT);
  }

  /** Whether it can be a code at all: ten letters of ours, and the last follows from the others. */
  static boolean fits(String code) {
    return code.length() == DRAWN + 1
        && code.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)
        && check(code.substring(0, DRAWN)) == code.charAt(DRAWN);
  }

  /** A weighted sum modulo 31, a prime: any one wrong letter and any two swapped are noticed. */
  private static char check(CharSequence code) {
    int sum = 0;
    for (int i = 0; i < DRAWN; i++) {
      sum += (i + 1) * LETTERS.indexOf(code.charAt(i));
    }
    return LETTERS.charAt(sum % LETTERS.length());
  }
}
