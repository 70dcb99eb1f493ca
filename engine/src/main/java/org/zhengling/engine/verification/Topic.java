package org.zhengling.engine.verification;

/** What can be asked about a household. */
public enum Topic {
  WAGES("工资性收入"),
  BUSINESS("经营净收入"),
  PROPERTY_INCOME("财产净收入"),
  TRANSFERS("转移净收入"),
  DEPOSITS("存款和有价证券"),
  VEHICLES("机动车"),
  HOUSES("房产"),
  COMPANIES("登记的企业"),
  STANDING("户籍和人员状况"),
  OTHER("其他情况");

  private final String chinese;

  Topic(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** One of the four kinds of income. */
  public boolean isIncome() {
    return compareTo(TRANSFERS) <= 0;
  }
}
