package org.zhengling.engine;

/**
 * A fault as the log may keep it: types and places of the whole chain, no messages. A message can
 * repeat what a person typed or what a row holds.
 */
public final class WithoutWords extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 12;

  public WithoutWords(Throwable fault) {
    this(fault, DEEPEST);
  }

  private WithoutWords(Throwable fault, int left) {
    super(
        fault.getClass().getName(),
        fault.getCause() == null || left == 0 ? null : new WithoutWords(fault.getCause(), left - 1),
        false,
        true);
    setStackTrace(fault.getStackTrace());
  }
}
