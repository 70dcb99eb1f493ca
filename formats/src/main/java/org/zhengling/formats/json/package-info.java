/** Writes what was read as JSON, for other programs and for offices that keep their own tables. */
@NullMarked
package org.zhengling.formats.json;

import org.jspecify.annotations.NullMarked;
