/**
 * What the departments of a city know about a household, put side by side with what the household
 * said of itself, in one report.
 *
 * <p>Input: a {@link Check} with the members, the questions that every source answers, the answers,
 * and what was declared. Output: a {@link Report}.
 *
 * <ol>
 *   <li>Answers are put in the order of their sources, members in the order of their identifiers,
 *       items in an order of their own: two checks that differ in order alone give one report, to
 *       the byte ({@link Report#text}).
 *   <li>Incomes are counted month by month inside the window and summed by kind; the sum of the
 *       window is kept, a monthly average is only printed.
 *   <li>What a source that settles a topic says counts; what one that only corroborates it says is
 *       compared, not added. Old data are shown and count for nothing.
 *   <li>A topic is open when a source that settles it did not answer or answered with old data.
 *       Where a topic is open and nothing was found, what was declared stands for the least there
 *       is.
 *   <li>Declared and found are compared by topic; a difference within the tolerance is none.
 * </ol>
 *
 * <p>Failure: an answer of a source that was not asked, two answers of one source, and an item
 * about somebody who is no member are refused ({@link IllegalArgumentException}).
 */
@NullMarked
package org.zhengling.engine.verification;

import org.jspecify.annotations.NullMarked;
