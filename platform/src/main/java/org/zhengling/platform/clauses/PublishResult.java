package org.zhengling.platform.clauses;

/**
 * What publishing changed.
 *
 * @param documents documents published for the first time
 * @param editions documents of which a new edition was published
 * @param unchanged documents that were already published with the same text and tasks
 * @param tasks tasks in the new documents and editions
 */
public record PublishResult(int documents, int editions, int unchanged, int tasks) {}
