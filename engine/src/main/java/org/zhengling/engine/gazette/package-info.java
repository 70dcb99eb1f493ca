/**
 * Reads a city's gazette: its documents, what each clause orders, who shall do it by when, and the
 * chronicle.
 *
 * <p>Input: the text of one gazette or one document. Output: a {@link
 * org.zhengling.engine.gazette.Gazette} whose every item keeps its place in the source. Whatever
 * cannot be placed is listed, never dropped; reading the same text twice gives the same result.
 */
@NullMarked
package org.zhengling.engine.gazette;

import org.jspecify.annotations.NullMarked;
