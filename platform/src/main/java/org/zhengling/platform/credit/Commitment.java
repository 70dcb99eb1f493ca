package org.zhengling.platform.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A promise somebody signed.
 *
 * @param caseFile absent where it was signed outside of a case
 * @param textVersion edition of the printed text
 * @param textDigest SM3 of that text, 64 hexadecimal characters
 */
public record Commitment(
    long resident,
    @Nullable Long caseFile,
    String textVersion,
    String textDigest,
    Method method,
    LocalDate signedOn) {
  public Commitment {
    if (!textDigest.matches("[0-9a-f]{64}") || textVersion.isBlank()) {
      throw new IllegalArgumentException("No text: " + textVersion);
    }
  }

  /** How it was signed; a box that a clerk ticks is none. */
  public enum Method {
    SIGNATURE("签名"),
    FINGERPRINT("按手印"),
    SIGNED_ON_SCREEN("屏上签名"),
    BY_GUARDIAN("监护人代签");

    private final String chinese;

    Method(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
