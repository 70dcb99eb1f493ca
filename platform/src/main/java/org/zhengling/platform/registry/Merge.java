package org.zhengling.platform.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two entries were taken for one person.
 *
 * @param splitAt when they were parted again; absent while they are one
 */
public record Merge(
    long id,
    long kept,
    long dropped,
    String ground,
    Instant mergedAt,
    String mergedPost,
    @Nullable String splitGround,
    @Nullable Instant splitAt) {}
