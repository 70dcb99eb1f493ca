/** Pages of the treasurer: accounts, statements, payments, reserves. */
@NullMarked
package org.zhengling.platform.ledger.web;

import org.jspecify.annotations.NullMarked;
