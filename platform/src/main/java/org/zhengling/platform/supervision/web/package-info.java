/** My work, the list of tasks, reporting progress, and the wall chart. */
@NullMarked
package org.zhengling.platform.supervision.web;

import org.jspecify.annotations.NullMarked;
