/**
 * Finds, while the program is built, which code and which test speak for which demand of the
 * gazette.
 */
@NullMarked
package org.zhengling.app.index;

import org.jspecify.annotations.NullMarked;
