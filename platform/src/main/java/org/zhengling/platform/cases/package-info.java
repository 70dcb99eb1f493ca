/**
 * What somebody has asked of the city: one file for each matter, everything done in it, how long
 * the law gives for it, and its papers.
 */
@ApplicationModule(
    id = "cases",
    displayName = "办件",
    allowedDependencies = {"audit", "access", "keys", "clauses", "jobs"})
@NullMarked
package org.zhengling.platform.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
