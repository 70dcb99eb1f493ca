package org.zhengling.platform.clauses.draft;

import java.time.Instant;

/**
 * The newest decision on an item.
 *
 * @param revision counted from 1 for each item; who decides says which one they have seen
 * @param editor name of who decided
 */
public record Edit(ItemKey item, int revision, Verdict verdict, String editor, Instant at) {}
