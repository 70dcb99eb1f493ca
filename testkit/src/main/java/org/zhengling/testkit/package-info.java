/** What tests of every module lean on: a real database, a fixed day. */
@NullMarked
package org.zhengling.testkit;

import org.jspecify.annotations.NullMarked;
