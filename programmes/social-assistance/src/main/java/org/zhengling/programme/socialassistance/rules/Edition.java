package org.zhengling.programme.socialassistance.rules;

/**
 * The two editions of the ministry's rules. A case is judged to its end by the edition that was in
 * force on the day of its application; which one that was is a dated parameter.
 */
public enum Edition {
  OF_2012("2012", "民发〔2012〕220号"),
  OF_2021("2021", "民发〔2021〕57号");

  private final String code;
  private final String document;

  Edition(String code, String document) {
    this.code = code;
    this.document = document;
  }

  /** As {@code parameters.yaml} names it. */
  public static Edition of(String code) {
    for (Edition one : values()) {
      if (one.code.equals(code)) {
        return one;
      }
    }
    throw new IllegalArgumentException("No edition " + code);
  }

  /** Its full number. */
  public String document() {
    return document;
  }
}
