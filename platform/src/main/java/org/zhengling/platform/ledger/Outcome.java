package org.zhengling.platform.ledger;

/** What became of an entry. */
public sealed interface Outcome {
  /** Of the entry. */
  String key();

  /** It stands in the ledger. */
  record Posted(String key) implements Outcome {}

  /**
   * It does not, and why.
   *
   * @param said one sentence with the way out, Chinese
   */
  record Rejected(String key, Reason reason, String said) implements Outcome {}

  /** Why an entry is not posted. */
  enum Reason {
    /** An account that is not there, or not the caller's. */
    NO_ACCOUNT,
    /** Two assets in one move. */
    OTHER_ASSET,
    OVERDRAWN,
    /** The key was used for something else. */
    KEY_TAKEN,
    NO_HOLD,
    /** More than the hold still holds. */
    HOLD_EXCEEDED,
    /** Never posted, part of a hold, or reversed already. */
    NOT_REVERSIBLE
  }
}
