package org.zhengling.platform.ledger;

/**
 * Money of one owner for one purpose, of one level of government and one budget year.
 *
 * @param owner identifier of the organisation, code of the area, or number of the resident
 * @param area code of the area that keeps the account
 * @param purpose Chinese, at most 100 characters: 最低生活保障金
 */
public record Fund(
    OwnerKind kind, String owner, String area, String purpose, SourceLevel level, int year) {
  private static final int LONGEST = 100;

  public Fund {
    if (owner.isBlank() || area.isBlank() || purpose.isBlank()) {
      throw new IllegalArgumentException("A fund needs owner, area and purpose: " + owner);
    }
    if (owner.length() > LONGEST || purpose.length() > LONGEST) {
      throw new IllegalArgumentException("Longer than " + LONGEST + ": " + owner + " " + purpose);
    }
  }

  /** The budget of an area. */
  public static Fund ofArea(String area, String purpose, SourceLevel level, int year) {
    return new Fund(OwnerKind.AREA, area, area, purpose, level, year);
  }

  /** The reserve of a township. */
  public static Fund reserve(String township, String purpose, int year) {
    return new Fund(OwnerKind.RESERVE, township, township, purpose, SourceLevel.TOWNSHIP, year);
  }

  /** What is on its way to a person from this fund. */
  public Fund owedTo(long resident) {
    return new Fund(OwnerKind.PERSON, Long.toString(resident), area, purpose, level, year);
  }

  /** Where the money of this fund comes from. */
  public Fund outside() {
    return new Fund(OwnerKind.OUTSIDE, level.name(), area, purpose, level, year);
  }

  /** The same fund in another year. */
  public Fund inYear(int other) {
    return new Fund(kind, owner, area, purpose, level, other);
  }
}
