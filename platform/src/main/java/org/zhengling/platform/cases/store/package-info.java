/** Rows of case files and what belongs to them; the row of the case decides who sees the rest. */
@NullMarked
package org.zhengling.platform.cases.store;

import org.jspecify.annotations.NullMarked;
