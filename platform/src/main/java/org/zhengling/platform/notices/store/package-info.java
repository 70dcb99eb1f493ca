/** Notices, objections and proofs of posting in the database. */
@NullMarked
package org.zhengling.platform.notices.store;

import org.jspecify.annotations.NullMarked;
