/** The chains of acts and their roots in the database. */
@NullMarked
package org.zhengling.platform.audit.store;

import org.jspecify.annotations.NullMarked;
