/** What the program itself has its servers do again and again. */
@NullMarked
package org.zhengling.app.jobs;

import org.jspecify.annotations.NullMarked;
