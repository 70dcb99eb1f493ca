package org.zhengling.platform.ledger;

/** What makes an account the one it is. */
public record AccountKey(Fund fund, Pot pot) {}
