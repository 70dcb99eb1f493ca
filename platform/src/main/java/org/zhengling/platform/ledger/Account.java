package org.zhengling.platform.ledger;

/**
 * An account as it stands.
 *
 * @param amount in the smallest unit, fen
 * @param moves how often something came or went
 */
public record Account(long id, AccountKey key, long amount, long moves) {}
