package org.zhengling.platform.ledger;

/** Why money moves. */
public enum Movement {
  APPROPRIATE("下达预算"),
  ALLOT("调剂"),
  HOLD("占用"),
  SETTLE("支用占用"),
  RELEASE("释放占用"),
  EXPIRE("占用到期"),
  PAYMENT("列入发放"),
  PAID("银行已付"),
  RETURN("退回"),
  REPLENISH("补足备用金"),
  CARRY_OVER("结转"),
  REVERSAL("冲正");

  private final String chinese;

  Movement(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
