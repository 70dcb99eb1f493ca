/** Data keys in the database, each wrapped by a master key that does not lie there. */
@NullMarked
package org.zhengling.platform.keys.store;

import org.jspecify.annotations.NullMarked;
