/** Accounts, moves and payments of the ledger in the database. */
@NullMarked
package org.zhengling.platform.ledger.store;

import org.jspecify.annotations.NullMarked;
