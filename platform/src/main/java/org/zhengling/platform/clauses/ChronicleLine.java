package org.zhengling.platform.clauses;

import java.time.LocalDate;
import java.util.List;
import org.zhengling.engine.gazette.ChronicleEntry;

/** One event of the published chronicle, first and last day included. */
public record ChronicleLine(
    LocalDate firstDay,
    LocalDate lastDay,
    String body,
    ChronicleEntry.Kind kind,
    List<ChronicleEntry.Person> people,
    List<String> places) {
  public ChronicleLine {
    people = List.copyOf(people);
    places = List.copyOf(places);
  }
}
