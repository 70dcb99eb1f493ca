package org.zhengling.platform.supervision;

import java.time.LocalDate;

/** How far a task was on the day of a report, in percent. */
public record Progress(int percent, LocalDate reportedOn) {}
