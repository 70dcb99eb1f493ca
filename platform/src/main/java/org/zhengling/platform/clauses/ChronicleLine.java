package org.zhengling.platform.clauses;

import java.time.LocalDate;

/** One event of the published chronicle, first and last day included. */
public record ChronicleLine(LocalDate firstDay, LocalDate lastDay, String body) {}
