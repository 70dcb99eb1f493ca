/**
 * The minimum living allowance, from the application at the counter of a township to the money in
 * the account of the family.
 */
@ApplicationModule(id = "social-assistance", displayName = "社会救助")
@NullMarked
package org.zhengling.programme.socialassistance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
