/** Keeps a copy of everything a city must not lose, and brings it back whole or not at all. */
@NullMarked
package org.zhengling.app.backup;

import org.jspecify.annotations.NullMarked;
