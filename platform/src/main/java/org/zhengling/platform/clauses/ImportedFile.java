package org.zhengling.platform.clauses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gazette file that was brought in, in the list of imports. */
public record ImportedFile(
    long id, String fileName, Instant uploadedAt, @Nullable Instant publishedAt, boolean sample) {}
