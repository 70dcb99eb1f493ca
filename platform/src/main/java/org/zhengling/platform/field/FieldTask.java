package org.zhengling.platform.field;

import java.time.LocalDate;
import java.util.List;

/**
 * Something to be done on the spot.
 *
 * @param kind of its form
 * @param subject what it is about; with the kind it names the task: the id of a case
 * @param area node of the area tree it lies in
 * @param lines what must be known on the spot, no more: it is kept on a phone
 * @param until last day
 */
public record FieldTask(
    String kind,
    String subject,
    String area,
    String title,
    List<String> lines,
    LocalDate until,
    List<FieldQuestion> questions) {
  public FieldTask {
    lines = List.copyOf(lines);
    questions = List.copyOf(questions);
    if (questions.stream().map(FieldQuestion::name).distinct().count() < questions.size()) {
      throw new IllegalArgumentException("Two questions of one name in " + kind + " " + subject);
    }
  }
}
