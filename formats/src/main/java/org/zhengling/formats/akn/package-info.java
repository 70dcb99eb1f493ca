/**
 * Writes a gazette in Akoma Ntoso 3.0, the XML in which parliaments and governments exchange their
 * official documents.
 */
@NullMarked
package org.zhengling.formats.akn;

import org.jspecify.annotations.NullMarked;
