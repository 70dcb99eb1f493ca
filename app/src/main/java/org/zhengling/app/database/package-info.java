/** Gets a durable PostgreSQL ready to serve: its folder, its two roles and its tables. */
@NullMarked
package org.zhengling.app.database;

import org.jspecify.annotations.NullMarked;
