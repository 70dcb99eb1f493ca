/**
 * Reads what an order demands, as its programme keeps it in {@code policy/clauses.yaml}.
 *
 * <p>Input: the text of the file. Output: a {@link org.zhengling.formats.policy.Programme} with its
 * demands in the order of the file. A file that is not as docs/formats/policy-pack.md says is
 * refused with file, line and what is expected there.
 */
@NullMarked
package org.zhengling.formats.policy;

import org.jspecify.annotations.NullMarked;
