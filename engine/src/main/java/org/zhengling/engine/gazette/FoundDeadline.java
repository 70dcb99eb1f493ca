package org.zhengling.engine.gazette;

import org.zhengling.engine.time.Deadline;

/**
 * A deadline and the words it was read from.
 *
 * @param from offset of the first of the words; -1 when they do not stand in the running text
 * @param to offset after the last of them, or -1
 * @param year the year that a later date without a year belongs to
 */
record FoundDeadline(Deadline deadline, String words, int from, int to, int year) {}
