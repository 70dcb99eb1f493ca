package org.zhengling.engine.law;

/** How well the source of a number or a text is known. */
public enum Confidence {
  /** The primary text was read. */
  H,
  /** Seen on a secondary page. */
  M,
  /** Not verified. */
  L
}
