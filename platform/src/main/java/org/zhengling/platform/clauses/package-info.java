/**
 * What the city has ordered: gazettes brought in, their documents and clauses, and the calendar
 * that counts.
 */
@ApplicationModule(
    id = "clauses",
    displayName = "公报与条款",
    allowedDependencies = {"audit", "access", "keys"})
@NullMarked
package org.zhengling.platform.clauses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
