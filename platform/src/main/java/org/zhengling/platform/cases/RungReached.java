package org.zhengling.platform.cases;

import java.time.LocalDate;

/**
 * A clock of a case reached a rung. Told once; listeners act in the same transaction, and where one
 * fails it is told again with the next round.
 *
 * @param clock Chinese title of the clock
 * @param dueOn from which day on it was to be told; earlier than today after a standstill
 */
public record RungReached(CaseFile caseFile, String clock, Rung rung, LocalDate dueOn) {}
