/** Signing in, changing post, and the pages where posts are given. */
@NullMarked
package org.zhengling.platform.access.web;

import org.jspecify.annotations.NullMarked;
