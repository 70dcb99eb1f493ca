/** Counts and removes rows whose time is over. */
@NullMarked
package org.zhengling.app.retention.store;

import org.jspecify.annotations.NullMarked;
