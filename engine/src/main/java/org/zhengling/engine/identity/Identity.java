package org.zhengling.engine.identity;

/** Who somebody is, or why the text does not say so. */
public sealed interface Identity {

  /** What {@link IdNumber#read} answers. */
  sealed interface OfPerson extends Identity permits IdNumber, Invalid {}

  /** What {@link CreditCode#read} answers. */
  sealed interface OfOrganisation extends Identity permits CreditCode, Invalid {}

  /**
   * A text that is neither.
   *
   * @param reason short Chinese sentence for the person who typed it, without closing full stop
   */
  record Invalid(Fault fault, String reason) implements OfPerson, OfOrganisation {}

  /** Kinds of fault; the code is stable and is printed by the command line. */
  enum Fault {
    LENGTH("invalid-length"),
    FORMAT("invalid-format"),
    CHECKSUM("invalid-checksum"),
    DATE("invalid-date");

    private final String code;

    Fault(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * Reads a text as a resident number or as a credit code. What passes as one of them is that one;
   * a text that passes as both or as neither is judged as what it looks like: letters belong to a
   * code, except the last one and the look-alikes O, I, L, Z and S; digits alone are a code when
   * they begin with 9, or with a registration class (11, 12, 13, 19, 51, 52, 53, 59) and no century
   * of birth follows the area.
   */
  static Identity check(String text) {
    Identity number = IdNumber.read(text);
    Identity code = CreditCode.read(text);
    boolean isNumber = number instanceof IdNumber;
    boolean isCode = code instanceof CreditCode;
    boolean codeWins = isNumber == isCode ? Spelling.of(text).looksLikeCreditCode() : isCode;
    return codeWins ? code : number;
  }
}
