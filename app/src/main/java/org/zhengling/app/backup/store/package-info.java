/** Reads every table in one moment, and fills an empty database with what was read. */
@NullMarked
package org.zhengling.app.backup.store;

import org.jspecify.annotations.NullMarked;
