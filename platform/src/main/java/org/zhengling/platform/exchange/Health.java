package org.zhengling.platform.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is.
 *
 * @param failures in a row
 * @param openedAt since when it is left alone; absent where it is asked
 * @param lastFailure Chinese, empty where it never failed
 */
public record Health(
    String source,
    int failures,
    @Nullable Instant openedAt,
    @Nullable Instant lastFailureAt,
    String lastFailure,
    @Nullable Instant lastAnswerAt) {}
