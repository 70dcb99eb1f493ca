/**
 * Measures how fast the program works, when a person asks for it with {@code ./zl bench}.
 *
 * <p>Input: the name of a measurement of {@link org.zhengling.bench.Measurements} and how much
 * effort to spend. Output: figures on the screen, for this machine and this minute only. Nothing
 * here is shipped, nothing runs in the check, and no test depends on a time.
 */
@NullMarked
package org.zhengling.bench;

import org.jspecify.annotations.NullMarked;
