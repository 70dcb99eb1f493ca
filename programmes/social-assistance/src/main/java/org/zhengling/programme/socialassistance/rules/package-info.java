/**
 * Who may have the minimum living allowance and how much, as law and the city's order say it.
 *
 * <p>Input: the household with a verification report, the numbers that hold on the day of the
 * application, and the steps that were taken. Output: who counts as a member, every condition met
 * or not, the amount, and what may be done next.
 *
 * <ol>
 *   <li>{@link HouseholdMembers} says who belongs to the household, by edition.
 *   <li>{@link Conditions} judges income and property; each condition is one finding.
 *   <li>{@link OpenTopics} asks, for every topic that no source has settled, whether any answer
 *       could still change the result.
 *   <li>{@link Eligibility} joins them to a decision with its sum.
 *   <li>{@link AllowanceCase} is where a case stands: the fold of its {@link Action}s.
 * </ol>
 *
 * <p>Failure: nothing here refuses a household; a step that does not follow from the state of a
 * case is refused ({@link org.zhengling.engine.Refusal}).
 */
@NullMarked
package org.zhengling.programme.socialassistance.rules;

import org.jspecify.annotations.NullMarked;
