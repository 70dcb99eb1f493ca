/** Where the lists of the allowance lie: which cases there are, what is paid, what was drawn. */
@NullMarked
package org.zhengling.programme.socialassistance.store;

import org.jspecify.annotations.NullMarked;
