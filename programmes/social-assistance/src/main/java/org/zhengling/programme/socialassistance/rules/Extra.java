package org.zhengling.programme.socialassistance.rules;

/** Members for whom more is paid (社会救助暂行办法 art. 12). */
public enum Extra {
  ELDERLY("elderly", "老年人"),
  MINOR("minor", "未成年人"),
  SEVERELY_DISABLED("disabled", "重度残疾人"),
  SERIOUSLY_ILL("ill", "重病患者");

  private final String code;
  private final String chinese;

  Extra(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** As {@code parameters.yaml} names it: {@code extra-elderly}. */
  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }
}
