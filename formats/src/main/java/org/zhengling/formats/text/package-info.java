/**
 * Takes the words out of the files that an office sends: plain text in whatever encoding, web
 * pages, Word files and PDF with a text layer.
 */
@NullMarked
package org.zhengling.formats.text;

import org.jspecify.annotations.NullMarked;
