/**
 * Who did what, in which post, for what purpose: written once, and nobody can quietly change it.
 */
@ApplicationModule(
    id = "audit",
    displayName = "审计",
    allowedDependencies = {"keys"})
@NullMarked
package org.zhengling.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
