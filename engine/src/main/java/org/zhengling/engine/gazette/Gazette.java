package org.zhengling.engine.gazette;

import java.util.List;

/**
 * What was read from one text.
 *
 * @param documents the official documents in the order of the text
 * @param chronicle the chronicle of events (大事记), empty when the text has none
 * @param unplaced every line that belongs to no item, with the reason
 */
public record Gazette(
    List<OfficialDocument> documents, List<ChronicleEntry> chronicle, List<Unplaced> unplaced) {
  public Gazette {
    documents = List.copyOf(documents);
    chronicle = List.copyOf(chronicle);
    unplaced = List.copyOf(unplaced);
  }

  /** A line that could not be placed. */
  public record Unplaced(Place place, String text, String reason) {}
}
