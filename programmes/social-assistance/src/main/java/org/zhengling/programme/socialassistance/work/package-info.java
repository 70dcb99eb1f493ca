/**
 * How the office carries out the minimum living allowance: taking an application, asking the
 * sources, visiting, posting, deciding and paying, one class for each chapter of it.
 */
@NullMarked
package org.zhengling.programme.socialassistance.work;

import org.jspecify.annotations.NullMarked;
