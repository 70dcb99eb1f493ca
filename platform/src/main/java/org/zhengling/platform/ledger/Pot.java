package org.zhengling.platform.ledger;

/** How far the money of an account has come on its way. */
public enum Pot {
  /** Where it comes from; the only account that may stand below zero. */
  SOURCE("来源"),
  AVAILABLE("可用"),
  /** Set aside; it leaves by its hold alone. */
  HELD("占用"),
  /** Ordered to be paid, the bank has not answered yet. */
  PAYABLE("在途"),
  PAID("已付");

  private final String chinese;

  Pot(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
