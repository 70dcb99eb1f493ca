package org.zhengling.engine;

/**
 * A request that is not carried out, told in the order a person needs it: what happened, what was
 * kept, what to do. A lawful "no" is a value of its rule, never a refusal.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose turn it is after the refusal. */
  public enum Kind {
    /** The caller gave something that cannot be used. */
    CALLER,
    /** Somebody else was faster, or two rules of the record exclude each other. */
    CONFLICT,
    /** The caller's post does not allow it. */
    RIGHTS,
    /** There is nothing at this address, or nothing the caller's post may know of. */
    ABSENT,
    /** Something outside the program is missing or broken: a port, a database, a file. */
    OUTSIDE
  }

  private final Kind kind;
  private final String happened;
  private final String kept;
  private final String todo;

  /**
   * @param happened one sentence, Chinese
   * @param kept what of the input is kept; empty when there was none
   * @param todo the way out
   */
  public Refusal(Kind kind, String happened, String kept, String todo) {
    super(happened + kept + todo);
    this.kind = kind;
    this.happened = happened;
    this.kept = kept;
    this.todo = todo;
  }

  public Refusal(Kind kind, String happened, String todo) {
    this(kind, happened, "", todo);
  }

  public Kind kind() {
    return kind;
  }

  public String happened() {
    return happened;
  }

  public String kept() {
    return kept;
  }

  public String todo() {
    return todo;
  }
}
