package org.zhengling.platform.exchange.adapter;

import org.zhengling.platform.exchange.Answer;

/** A source gave no usable answer. */
public final class SourceFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether the next try may succeed. */
  public enum Outlook {
    PASSING,
    LASTING
  }

  private final Answer.Reason reason;
  private final Outlook outlook;

  /**
   * Says what went wrong and whether it may pass.
   *
   * @param what Chinese, a sentence without personal data
   */
  public SourceFailure(Answer.Reason reason, Outlook outlook, String what) {
    super(what);
    this.reason = reason;
    this.outlook = outlook;
  }

  public Answer.Reason reason() {
    return reason;
  }

  public boolean mayPass() {
    return outlook == Outlook.PASSING;
  }

  /** A sentence, Chinese. */
  public String what() {
    return String.valueOf(getMessage());
  }
}
