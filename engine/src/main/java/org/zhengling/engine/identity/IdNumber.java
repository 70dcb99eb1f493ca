package org.zhengling.engine.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.zhengling.engine.identity.Identity.Fault;
import org.zhengling.engine.identity.Identity.Invalid;
import org.zhengling.engine.identity.Spelling.Alphabet;

/**
 * A resident's identity number (GB 11643), valid by construction ({@link
 * IllegalArgumentException}). Printing it shows the masked form; {@link #text} is the only way to
 * the full one. Any area code is accepted, retired ones too, and any calendar day of birth from
 * 1800-01-01 on, for nobody here knows today's date.
 *
 * @param packed the first 17 digits as one number; the 18th character follows from them. Numbers
 *     sort by area, then date of birth.
 */
public record IdNumber(long packed) implements Identity.OfPerson {
  private static final String NAME = "居民身份证号码";
  private static final Alphabet DIGITS = new Alphabet("0123456789", "数字");
  private static final Alphabet LAST = new Alphabet("0123456789X", "数字或 X");
  private static final String CHECKS = "10X98765432";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final long LIMIT = 100_000_000_000_000_000L;

  public IdNumber {
    if (packed < 0 || packed >= LIMIT || !isCalendarDay(packed)) {
      throw new IllegalArgumentException("Not the first 17 digits of an identity number");
    }
  }

  /**
   * Reads 18 characters; the package says what is tidied up and in which order faults are found.
   */
  public static Identity.OfPerson read(String text) {
    Spelling spelling = Spelling.of(text);
    var fault = spelling.fault(NAME, DIGITS, LAST);
    if (fault.isPresent()) {
      return fault.get();
    }
    String number = spelling.text();
    long packed = Long.parseLong(number.substring(0, 17));
    boolean dateExists = isCalendarDay(packed);
    String date = "出生日期 " + number.substring(6, 14) + " 不存在";
    if (check(packed) != number.charAt(17)) {
      String also = dateExists ? "" : "；" + date;
      return new Invalid(Fault.CHECKSUM, "校验码不符，请逐位核对" + also);
    }
    return dateExists ? new IdNumber(packed) : new Invalid(Fault.DATE, date);
  }

  /** All 18 characters. */
  public String text() {
    return "%017d%c".formatted(packed, check(packed));
  }

  /** The form for public notices: {@code 370811********001X}. */
  public String masked() {
    String text = text();
    return text.substring(0, 6) + "********" + text.substring(14);
  }

  /** Six digits of the county where the number was first given; it may no longer exist. */
  public String areaCode() {
    return text().substring(0, 6);
  }

  public LocalDate birthDate() {
    return LocalDate.of(year(packed), month(packed), day(packed));
  }

  public Sex sex() {
    return packed % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  @Override
  public String toString() {
    return masked();
  }

  private static char check(long packed) {
    int sum = 0;
    for (int i = WEIGHTS.length - 1; i >= 0; i--) {
      sum += WEIGHTS[i] * (int) (packed % 10);
      packed /= 10;
    }
    return CHECKS.charAt(sum % 11);
  }

  private static boolean isCalendarDay(long packed) {
    try {
      return LocalDate.of(year(packed), month(packed), day(packed)).getYear() >= 1800;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static int year(long packed) {
    return (int) (packed / 10_000_000 % 10_000);
  }

  private static int month(long packed) {
    return (int) (packed / 100_000 % 100);
  }

  private static int day(long packed) {
    return (int) (packed / 1_000 % 100);
  }

  /** As the 17th digit says: odd is male. */
  public enum Sex {
    MALE,
    FEMALE
  }
}
