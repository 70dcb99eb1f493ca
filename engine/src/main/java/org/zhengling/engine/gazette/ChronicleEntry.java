package org.zhengling.engine.gazette;

import java.time.LocalDate;

/**
 * One event of the chronicle.
 *
 * @param firstDay the day, or the first of several
 * @param lastDay the last day, equal to {@code firstDay} for one day
 * @param text the event, page breaks joined
 */
public record ChronicleEntry(LocalDate firstDay, LocalDate lastDay, String text, Place place) {}
