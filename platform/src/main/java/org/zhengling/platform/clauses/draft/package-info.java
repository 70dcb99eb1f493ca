/**
 * A gazette between its arrival and its publication: what the program read, what people decided
 * about each item, and what is still open.
 *
 * <p>Input: the reading of a text, the task lists of its annexes, the newest decision on each item.
 * Output: documents as they would be published, every item with its place in the source and with
 * how sure it is. Steps: 1 the head and the clauses of each document are corrected, and what hangs
 * below a moved clause moves with it; 2 lines without a place go where people put them; 3 tasks,
 * figures and references follow their clauses and are corrected; 4 rows of annexes become tasks; 5
 * references that change earlier documents become amendments. It fails on nothing: what does not
 * fit together is told as an obstacle to publication.
 */
@NullMarked
package org.zhengling.platform.clauses.draft;

import org.jspecify.annotations.NullMarked;
