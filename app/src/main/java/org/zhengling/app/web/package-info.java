/** The frame of every page, the public portal, and what a person reads when something fails. */
@NullMarked
package org.zhengling.app.web;

import org.jspecify.annotations.NullMarked;
