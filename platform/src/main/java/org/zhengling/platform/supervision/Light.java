package org.zhengling.platform.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state of one task in one area on one day, computed from its clock and its reports; nobody can
 * set it.
 *
 * @param word the word shown beside the shape: 临期 and 今天 are words of {@link State#AT_RISK}
 * @param reason by how much and why, for red and amber; empty otherwise
 * @param percent last reported percentage, absent when nothing is reported
 * @param plan percentage that the elapsed time calls for, absent where no last day is set
 * @param dueOn the day it is due next, absent where none is set
 * @param daysLeft working days until then, negative when overdue; absent when far away or unknown
 */
public record Light(
    State state,
    String word,
    String reason,
    @Nullable Integer percent,
    @Nullable Integer plan,
    @Nullable LocalDate dueOn,
    @Nullable Integer daysLeft) {}
