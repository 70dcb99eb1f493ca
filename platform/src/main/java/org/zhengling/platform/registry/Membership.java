package org.zhengling.platform.registry;

import org.zhengling.engine.time.DateRange;

/**
 * Somebody belongs to a household for some days.
 *
 * @param resident after a merge the one that was kept
 */
public record Membership(
    long id, long household, long resident, Relation relation, DateRange days, String ground) {}
