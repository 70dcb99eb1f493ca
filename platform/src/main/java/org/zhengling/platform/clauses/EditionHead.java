package org.zhengling.platform.clauses;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An edition of a document in the list of its editions. */
public record EditionHead(
    String number,
    int edition,
    String title,
    String issuer,
    @Nullable LocalDate dateWritten,
    LocalDate inForceFrom,
    boolean sample) {}
