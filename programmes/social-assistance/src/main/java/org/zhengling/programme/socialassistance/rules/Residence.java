package org.zhengling.programme.socialassistance.rules;

/** Which standard applies to a household. */
public enum Residence {
  URBAN("standard-urban", "城市"),
  RURAL("standard-rural", "农村");

  private final String parameter;
  private final String chinese;

  Residence(String parameter, String chinese) {
    this.parameter = parameter;
    this.chinese = chinese;
  }

  /** Name of the parameter with its standard. */
  public String parameter() {
    return parameter;
  }

  public String chinese() {
    return chinese;
  }
}
