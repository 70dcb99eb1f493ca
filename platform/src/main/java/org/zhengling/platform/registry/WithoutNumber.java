package org.zhengling.platform.registry;

/** Why somebody is entered without an identity number. */
public enum WithoutNumber {
  UNIDENTIFIED("身份不明的病人"),
  NEWBORN("还没有落户的新生儿"),
  VAGRANT("流浪乞讨人员"),
  OTHER("其他");

  private final String chinese;

  WithoutNumber(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
