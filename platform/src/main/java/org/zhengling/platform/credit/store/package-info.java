/** Rows of commitments, dishonesty records, their steps and measures. */
@NullMarked
package org.zhengling.platform.credit.store;

import org.jspecify.annotations.NullMarked;
