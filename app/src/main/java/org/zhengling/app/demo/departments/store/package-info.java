/** The database of the invented departments, which no part of the program itself uses. */
@NullMarked
package org.zhengling.app.demo.departments.store;

import org.jspecify.annotations.NullMarked;
