package org.zhengling.bench;

/** How long a measurement may take: minutes for figures to write down, seconds for a first look. */
public enum Effort {
  FULL,
  QUICK
}
