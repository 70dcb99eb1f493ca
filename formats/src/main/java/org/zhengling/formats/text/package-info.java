/**
 * Takes the words out of the text files that an office sends, whatever encoding they were saved in.
 */
@NullMarked
package org.zhengling.formats.text;

import org.jspecify.annotations.NullMarked;
