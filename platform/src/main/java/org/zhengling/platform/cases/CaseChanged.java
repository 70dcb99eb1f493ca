package org.zhengling.platform.cases;

/**
 * Something was done in a case. Listeners act in the same transaction; what they do not accept was
 * not done.
 *
 * @param kind as in {@link CaseAction#kind}
 * @param seq 1 where the case was opened
 */
public record CaseChanged(CaseFile caseFile, String kind, int seq) {}
