/**
 * Who has done how much of what the gazette orders, and what is late: tasks, reports, lights, the
 * wall chart.
 */
@ApplicationModule(
    id = "supervision",
    displayName = "督查",
    allowedDependencies = {"audit", "access", "clauses"})
@NullMarked
package org.zhengling.platform.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
