package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;
import org.zhengling.engine.gazette.Divider.Division;
import org.zhengling.engine.gazette.Divider.Section;
import org.zhengling.engine.gazette.Gazette.Unplaced;

/**
 * Reads the text of a gazette, or of one document, into its documents, clauses, tasks and
 * chronicle. It knows forms of words and no names: any city's gazette is read the same way.
 */
public final class GazetteReader {
  private GazetteReader() {}

  /** Reads a text; an empty text is an empty gazette, and the same text gives an equal one. */
  public static Gazette read(String text) {
    Division division = Divider.divide(SourceLine.split(text));
    List<OfficialDocument> documents = new ArrayList<>();
    List<Unplaced> unplaced = new ArrayList<>(division.unplaced());
    ChronicleReader chronicle = new ChronicleReader();
    for (Section section : division.sections()) {
      if (section.chronicle()) {
        chronicle.read(section.lines());
      } else if (!section.lines().isEmpty()) {
        documents.add(DocumentReader.read(section.lines()));
      }
    }
    unplaced.addAll(chronicle.unplaced());
    return new Gazette(documents, chronicle.entries(), unplaced);
  }
}
