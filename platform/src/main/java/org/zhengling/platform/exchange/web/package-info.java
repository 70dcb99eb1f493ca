/** Pages for those who keep sources and agreements. */
@NullMarked
package org.zhengling.platform.exchange.web;

import org.jspecify.annotations.NullMarked;
