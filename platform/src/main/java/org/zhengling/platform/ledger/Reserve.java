package org.zhengling.platform.ledger;

/**
 * The reserve of a township as it stands, fen.
 *
 * @param quota what it is filled up to
 * @param warnBelow from where on it should be filled up
 */
public record Reserve(
    String area, String areaName, String purpose, long quota, long warnBelow, long left) {
  public boolean low() {
    return left < warnBelow;
  }

  /** What would fill it up; nothing where it is full. */
  public long missing() {
    return Math.max(0, quota - left);
  }
}
