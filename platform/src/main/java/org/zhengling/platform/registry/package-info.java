/**
 * Who lives here and in which household, which organisations and places there are: entered once for
 * the whole city, dated, each fact with its source.
 *
 * <p>Names, identity numbers and personal facts lie sealed; they are found by keyed digests, names
 * only in the areas of the scope in force. Whoever reads a page of personal data leaves an entry in
 * the audit before the page is written.
 */
@ApplicationModule(
    id = "registry",
    displayName = "登记",
    allowedDependencies = {"audit", "access", "keys"})
@NullMarked
package org.zhengling.platform.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
