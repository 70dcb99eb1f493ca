/** The shared capabilities that every programme of the gazette leans on. */
@NullMarked
package org.zhengling.platform;

import org.jspecify.annotations.NullMarked;
