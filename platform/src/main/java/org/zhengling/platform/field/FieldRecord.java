package org.zhengling.platform.field;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was written on the spot.
 *
 * @param id made on the phone when the form was begun: the same record handed in twice is one
 * @param takenAt when it was finished, by the clock of the phone
 * @param answers by the name of their question
 * @param photos in the order they were taken
 */
public record FieldRecord(
    UUID id, Instant takenAt, Map<String, String> answers, List<Photo> photos) {
  public FieldRecord {
    answers = Map.copyOf(answers);
    photos = List.copyOf(photos);
  }

  /**
   * A photograph that has arrived.
   *
   * @param document its digest as {@link FieldForm#keepPhoto} gave it
   */
  public record Photo(String question, String document) {}

  /** The answer to a question; empty where it stayed open. */
  public String answer(String question) {
    return answers.getOrDefault(question, "");
  }
}
