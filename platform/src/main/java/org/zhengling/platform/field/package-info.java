/** Forms that are filled on the spot, in a village without a network, and handed in later. */
@ApplicationModule(
    id = "field",
    displayName = "现场填写",
    allowedDependencies = {"access", "audit", "keys"})
@NullMarked
package org.zhengling.platform.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
