/**
 * Invented departments beside a sample city: a database of their own with tables in as many styles
 * as there are departments, a bank that answers messages, folders with files. Nothing in it is
 * about anybody.
 */
@NullMarked
package org.zhengling.app.demo.departments;

import org.jspecify.annotations.NullMarked;
