package org.zhengling.platform.ledger;

/** Which level of government the money comes from. */
public enum SourceLevel {
  CENTRAL("中央"),
  PROVINCE("省级"),
  CITY("市级"),
  COUNTY("县级"),
  TOWNSHIP("乡级");

  private final String chinese;

  SourceLevel(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
