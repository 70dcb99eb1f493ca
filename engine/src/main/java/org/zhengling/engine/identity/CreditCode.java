package org.zhengling.engine.identity;

import org.zhengling.engine.identity.Identity.Fault;
import org.zhengling.engine.identity.Identity.Invalid;
import org.zhengling.engine.identity.Spelling.Alphabet;

/**
 * An organisation's unified social credit code (GB 32100), valid by construction ({@link
 * IllegalArgumentException}): 18 of 31 characters, I, O, S, V and Z never, the last one a check
 * character. Neither the registering department nor the area code is a ground to refuse.
 *
 * @param text the 18 characters, capitals
 */
public record CreditCode(String text) implements Identity.OfOrganisation {
  private static final String NAME = "统一社会信用代码";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Alphabet LETTERS = new Alphabet(ALPHABET, "数字或除 I、O、S、V、Z 外的大写字母");
  private static final int BASE = ALPHABET.length();

  public CreditCode {
    if (!text.matches("[" + ALPHABET + "]{18}") || check(text) != text.charAt(17)) {
      throw new IllegalArgumentException("Not a unified social credit code: " + text);
    }
  }

  /**
   * Reads 18 characters; the package says what is tidied up and in which order faults are found.
   */
  public static Identity.OfOrganisation read(String text) {
    Spelling spelling = Spelling.of(text);
    var fault = spelling.fault(NAME, LETTERS, LETTERS);
    if (fault.isPresent()) {
      return fault.get();
    }
    String code = spelling.text();
    return check(code) == code.charAt(17)
        ? new CreditCode(code)
        : new Invalid(Fault.CHECKSUM, "校验码不符，请逐位核对");
  }

  @Override
  public String toString() {
    return text;
  }

  private static char check(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += weight * ALPHABET.indexOf(code.charAt(i));
      weight = weight * 3 % BASE;
    }
    return ALPHABET.charAt((BASE - sum % BASE) % BASE);
  }
}
