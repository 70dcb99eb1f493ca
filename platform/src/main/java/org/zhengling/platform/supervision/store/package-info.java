/** Tasks, their split to areas and the reports on them in the database. */
@NullMarked
package org.zhengling.platform.supervision.store;

import org.jspecify.annotations.NullMarked;
