/**
 * Reads the files of the project as a reviewer would: what may not lie there, what must be said,
 * what is spelled how.
 */
@NullMarked
package org.zhengling.app.lint;

import org.jspecify.annotations.NullMarked;
