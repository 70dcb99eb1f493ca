package org.zhengling.platform.cases;

import org.jspecify.annotations.Nullable;

/**
 * A case about to be opened, by its first action.
 *
 * @param procedure slug of the {@link Procedure}
 * @param area whose matter it is; it gives the case its number and says who may see it
 * @param about whom or what it is about, Chinese, at most 120 characters, no identity number
 * @param applicant number of the resident in the registry; absent where there is none
 * @param sample an invented case of a demonstration
 */
public record Opening(
    String procedure,
    String area,
    String about,
    @Nullable Long applicant,
    Deed first,
    Standing standing,
    boolean sample) {}
