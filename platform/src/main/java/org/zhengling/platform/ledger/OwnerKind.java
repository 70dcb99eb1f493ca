package org.zhengling.platform.ledger;

/** Whose an account is. */
public enum OwnerKind {
  /** Where money comes from: the treasury above, outside of this ledger. */
  OUTSIDE("资金来源"),
  ORGANISATION("单位"),
  AREA("区划预算"),
  /** The reserve of a township (备用金). */
  RESERVE("备用金"),
  /** Money on its way to a person. */
  PERSON("应付个人");

  private final String chinese;

  OwnerKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
