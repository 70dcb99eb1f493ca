/**
 * What differs between two readings of one document: clauses, tasks, figures, down to the words.
 *
 * <p>Input: two texts of a document. Output: every item that was added, removed, moved or changed,
 * with marked words. Steps: 1 items with the same path or id are one; 2 of the rest, those with
 * equal words have moved; 3 changed words are found by the longest common run of characters. It
 * fails on nothing; texts of more than some thousand characters each are compared by sentences.
 */
@NullMarked
package org.zhengling.platform.clauses.comparison;

import org.jspecify.annotations.NullMarked;
