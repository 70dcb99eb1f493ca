/**
 * What everybody may read of a case while it is posted for objections: a masked name, the village,
 * how many, which benefit, how much, and whom to call. Anybody may object.
 */
@ApplicationModule(
    id = "notices",
    displayName = "公示",
    allowedDependencies = {"access", "audit", "keys", "cases", "registry", "clauses", "jobs"})
@NullMarked
package org.zhengling.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
