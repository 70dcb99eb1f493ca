/**
 * The pages of the minimum living allowance: counter, case, report, letter, and the family's own.
 */
@NullMarked
package org.zhengling.programme.socialassistance.web;

import org.jspecify.annotations.NullMarked;
