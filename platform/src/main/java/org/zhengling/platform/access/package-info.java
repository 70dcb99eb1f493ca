/** Who works here, in which post, for which area, and what that post may do and see. */
@ApplicationModule(
    id = "access",
    displayName = "权限",
    allowedDependencies = {"audit", "keys"})
@NullMarked
package org.zhengling.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
