/** The page that works without a network, and what it fetches and hands in. */
@NullMarked
package org.zhengling.platform.field.web;

import org.jspecify.annotations.NullMarked;
