/** Locks what nobody else may read and marks what nobody may change, with the state's ciphers. */
@ApplicationModule(
    id = "keys",
    displayName = "密钥",
    allowedDependencies = {})
@NullMarked
package org.zhengling.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
