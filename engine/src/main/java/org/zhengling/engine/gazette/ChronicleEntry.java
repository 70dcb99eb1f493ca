package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.List;

/**
 * One event of the chronicle.
 *
 * @param firstDay the day, or the first of several
 * @param lastDay the last day, equal to {@code firstDay} for one day
 * @param text the event, page breaks joined
 * @param people who is named, with their posts, in the order of the text
 * @param places where it happened, as printed; empty when the text does not say
 * @param confidence how sure the reading is, in percent
 */
public record ChronicleEntry(
    LocalDate firstDay,
    LocalDate lastDay,
    String text,
    Kind kind,
    List<Person> people,
    List<String> places,
    int confidence,
    Place place) {
  public ChronicleEntry {
    people = List.copyOf(people);
    places = List.copyOf(places);
    Confidences.check(confidence);
  }

  /** Somebody the chronicle names, with the posts it gives them; {@code posts} may be empty. */
  public record Person(String name, List<String> posts) {
    public Person {
      posts = List.copyOf(posts);
    }
  }

  /** What sort of event it is, by the words it uses. */
  public enum Kind {
    MEETING,
    INSPECTION,
    SIGNING,
    VISIT,
    OPENING,
    AWARD,
    APPOINTMENT,
    ISSUE,
    ACCIDENT,
    OTHER
  }
}
