/**
 * Asks other departments and banks about a resident, and only with an agreement, a legal purpose, a
 * case and, where needed, the resident's authorisation; the resident can see who asked.
 *
 * <p>Input: an {@link org.zhengling.platform.exchange.Enquiry}. Output: an {@link
 * org.zhengling.platform.exchange.Answer} from each source. Steps: 1. what is not permitted is told
 * with its clause and is not sent; 2. the enquiry is written into the chain of each source; 3. the
 * sources are asked side by side, each within its limit; 4. what came is read by the items of the
 * catalogue; 5. the answers are written into the chains, their bodies sealed. Failure: a source
 * that does not answer is {@code Unavailable} with its reason, never "nothing found".
 */
@ApplicationModule(
    id = "exchange",
    displayName = "数据共享",
    allowedDependencies = {"access", "audit", "keys"})
@NullMarked
package org.zhengling.platform.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
