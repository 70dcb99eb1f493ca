/** Keeps every kind of record as long as its rule says, and no longer than it may. */
@NullMarked
package org.zhengling.app.retention;

import org.jspecify.annotations.NullMarked;
