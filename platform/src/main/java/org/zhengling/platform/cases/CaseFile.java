package org.zhengling.platform.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case file (案卷) as lists and pages know it; what it means is the fold over its actions in the
 * programme.
 *
 * @param number 任古救〔2020〕137号
 * @param procedure slug of the {@link Procedure}
 * @param area whose matter it is: who may see it
 * @param about whom or what it is about, Chinese, no identity number: 张三户
 * @param applicant number of the resident in the registry; absent where there is none
 * @param version how many actions it has; an act says which version it was decided on
 * @param deskArea node of the area tree whose posts have it on their desk now
 * @param deskPost the one post that has it, absent where any post of the kind may take it
 */
public record CaseFile(
    long id,
    String number,
    String procedure,
    String area,
    String about,
    @Nullable Long applicant,
    int version,
    Standing standing,
    String deskArea,
    @Nullable Long deskPost,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    boolean sample) {}
