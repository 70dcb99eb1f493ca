/** Puts the parts together into one program: the server and the command line. */
@NullMarked
package org.zhengling.app;

import org.jspecify.annotations.NullMarked;
