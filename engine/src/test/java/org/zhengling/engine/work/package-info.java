/** Counts the work of the engine instead of timing it, for tests about how work grows. */
@NullMarked
package org.zhengling.engine.work;

import org.jspecify.annotations.NullMarked;
