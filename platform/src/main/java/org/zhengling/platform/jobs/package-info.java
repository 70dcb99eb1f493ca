/**
 * What the city's servers do by themselves: each piece of work at its time, by one of them, and by
 * another when that one ends in the middle of it.
 */
@ApplicationModule(
    id = "jobs",
    displayName = "定时作业",
    allowedDependencies = {"audit", "access"})
@NullMarked
package org.zhengling.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
