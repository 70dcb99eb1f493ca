package org.zhengling.platform.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done in a case; written once.
 *
 * @param seq counted from 1 within the case
 * @param kind what the programme folds by; kinds of the office itself stand in {@link OfficeAct}
 * @param what what was done, Chinese: 受理
 * @param payload JSON text, opened
 * @param person absent where the program itself acted
 */
public record CaseAction(
    int seq,
    String kind,
    String what,
    String payload,
    @Nullable Long person,
    String personName,
    String postTitle,
    Instant at,
    LocalDate on) {}
