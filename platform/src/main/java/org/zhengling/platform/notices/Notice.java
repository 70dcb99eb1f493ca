package org.zhengling.platform.notices;

import java.time.LocalDate;

/**
 * A notice as everybody reads it.
 *
 * @param area code of the node it belongs to
 * @param lastDay the last day for objections
 * @param digest SM3 of what is shown
 */
public record Notice(
    long id,
    String area,
    MaskedCase shown,
    Level level,
    LocalDate postedOn,
    LocalDate lastDay,
    String digest,
    boolean sample) {}
