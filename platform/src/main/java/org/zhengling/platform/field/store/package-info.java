/** Which records were handed in, so that none counts twice. */
@NullMarked
package org.zhengling.platform.field.store;

import org.jspecify.annotations.NullMarked;
