/** Gazettes, documents, clauses and holiday tables in the database. */
@NullMarked
package org.zhengling.platform.clauses.store;

import org.jspecify.annotations.NullMarked;
