package org.zhengling.platform.ledger;

/** How far a payment has come. */
public enum PaymentState {
  READY("待导出"),
  SENT("已交银行"),
  PAID("已付"),
  /** The bank could not pay; the money is back in its funds. */
  REFUSED("银行退回"),
  /** Paid, and came back later. */
  RETURNED("付后退回"),
  /** Never in the bank's file: no money, paid already, or a wrong entry. */
  LEFT_OUT("未列入");

  private final String chinese;

  PaymentState(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
