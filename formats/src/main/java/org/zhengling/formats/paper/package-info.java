/**
 * Prints official documents the way offices are used to read them: A4, twenty-two lines of
 * twenty-eight characters.
 *
 * <p>Input: a document with its clauses, and the fonts of the machine. Output: PDF with bookmarks.
 * Steps: (1) every clause becomes paragraphs in the font of its level; (2) paragraphs are broken
 * into lines, no line beginning with a closing mark or ending with an opening one; (3) lines are
 * set on the grid page by page, page numbers on the outer side. Failure: without a font that holds
 * Chinese, {@link org.zhengling.formats.paper.Typefaces} is empty.
 */
@NullMarked
package org.zhengling.formats.paper;

import org.jspecify.annotations.NullMarked;
