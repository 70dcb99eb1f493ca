package org.zhengling.platform.clauses;

/**
 * Something found by words.
 *
 * @param document number of the document; empty for an event of the chronicle
 * @param path path of the clause; empty for a document or an event
 * @param title what it is called
 * @param body the text the words were found in
 */
public record SearchHit(String document, String path, String title, String body) {}
