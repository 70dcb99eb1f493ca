/** Notices for everybody, and for those who answer objections. */
@NullMarked
package org.zhengling.platform.notices.web;

import org.jspecify.annotations.NullMarked;
