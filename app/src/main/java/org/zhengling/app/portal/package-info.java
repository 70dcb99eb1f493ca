/**
 * What everybody may read without signing in: gazettes, clauses and their progress, the chronicle,
 * search, two small tools.
 */
@NullMarked
package org.zhengling.app.portal;

import org.jspecify.annotations.NullMarked;
