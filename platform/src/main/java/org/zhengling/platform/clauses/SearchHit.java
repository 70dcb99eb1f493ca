package org.zhengling.platform.clauses;

import java.time.LocalDate;

/**
 * Something found by words.
 *
 * @param document number of the document; empty for an event of the chronicle
 * @param edition edition of the document; 0 for an event
 * @param newest the newest edition of the document, equal to {@code edition} for what holds today
 * @param path path of the clause; empty for a document or an event
 * @param title what it is called; empty where the clause has no heading
 * @param body the text the words were found in
 * @param day the day of the document or of the event
 * @param inForceFrom the first day on which this edition was the text; the day of an event
 */
public record SearchHit(
    SearchKind kind,
    String document,
    int edition,
    int newest,
    String path,
    String title,
    String body,
    LocalDate day,
    LocalDate inForceFrom) {}
