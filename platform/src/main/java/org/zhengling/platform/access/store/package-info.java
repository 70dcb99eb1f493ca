/**
 * Areas, departments, people and posts in the database, and the limit that every connection
 * carries.
 */
@NullMarked
package org.zhengling.platform.access.store;

import org.jspecify.annotations.NullMarked;
