/** Writes lists as tables that a person opens in a spreadsheet without danger. */
@NullMarked
package org.zhengling.formats.csv;

import org.jspecify.annotations.NullMarked;
