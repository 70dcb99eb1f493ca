/**
 * Where public money is, for what, of which level and year, and how it moved: every fen leaves one
 * account and enters another in the same line.
 *
 * <p>Input: postings, lists of entries of one or more moves. Output: an outcome for each entry.
 * Steps: 1. the posting's name is taken, so that it is done once; 2. its accounts are locked in
 * their order; 3. the entries are tried one after the other against the balances, and each is
 * posted whole or rejected whole; 4. what is posted is written in one statement, and the database
 * rolls it up into balances and totals; 5. one act of the audit carries the digest of all entries.
 * Failure: an entry that would overdraw is rejected alone; anything else undoes the posting.
 */
@ApplicationModule(
    id = "ledger",
    displayName = "资金台账",
    allowedDependencies = {"access", "audit", "keys", "jobs"})
@NullMarked
package org.zhengling.platform.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
