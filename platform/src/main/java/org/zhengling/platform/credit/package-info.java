/**
 * What people promised, and where a final decision found that they broke it: recorded with notice,
 * objection, repair and an end.
 *
 * <p>Input is a final decision by its clause, number and digest, never what another department
 * answered: income, deposits or property have no place here, neither in a type nor in a column. A
 * record has effect only while its person was told, does not object and it has not expired; other
 * units learn clause and last day and nothing else. Natural persons are not posted without a
 * recorded ground in law.
 */
@ApplicationModule(
    id = "credit",
    displayName = "信用",
    allowedDependencies = {"audit", "access", "keys", "clauses", "registry"})
@NullMarked
package org.zhengling.platform.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
