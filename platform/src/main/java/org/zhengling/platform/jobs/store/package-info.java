/** Which job is due when, and which server holds it. */
@NullMarked
package org.zhengling.platform.jobs.store;

import org.jspecify.annotations.NullMarked;
