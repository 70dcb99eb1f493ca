/** The pages as people use them: a real browser on a running demonstration of the sample city. */
@NullMarked
package org.zhengling.app.browser;

import org.jspecify.annotations.NullMarked;
