/**
 * Reads the task lists that offices keep in spreadsheets, and hands out an empty one to fill in.
 */
@NullMarked
package org.zhengling.formats.sheet;

import org.jspecify.annotations.NullMarked;
