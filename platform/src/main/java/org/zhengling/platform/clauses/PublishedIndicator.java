package org.zhengling.platform.clauses;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a clause sets.
 *
 * @param goal ≥ 45,000 人, as a page writes it
 * @param words the words it was read from
 */
public record PublishedIndicator(
    String name, String goal, @Nullable LocalDate by, String forWhom, String words) {}
