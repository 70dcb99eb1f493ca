/**
 * Rows of the register: subjects with their areas, identities, facts, memberships, merges, moves.
 */
@NullMarked
package org.zhengling.platform.registry.store;

import org.jspecify.annotations.NullMarked;
