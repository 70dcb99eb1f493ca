package org.zhengling.platform.clauses.draft;

import java.util.ArrayList;
import java.util.List;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.platform.clauses.ImportedFile;

/** Lays the decisions of people over the reading of a text. */
public final class DraftReader {
  private DraftReader() {}

  /**
   * The draft as it stands.
   *
   * @param edits the newest decision on each item
   * @param rows of the task lists that were uploaded for annexes
   */
  public static Draft read(
      ImportedFile file, String text, Gazette reading, List<Edit> edits, List<AnnexRow> rows) {
    Decisions decisions = new Decisions(edits);
    List<Item<Gazette.Unplaced>> unplaced = new ArrayList<>();
    for (Gazette.Unplaced line : reading.unplaced()) {
      ItemKey key = decisions.at(ItemKind.LINE, line.place());
      unplaced.add(decisions.item(key, line, Draft.DOUBTFUL, line.place()));
    }
    List<DraftDocument> documents = new ArrayList<>();
    for (OfficialDocument document : reading.documents()) {
      ItemKey key = decisions.at(ItemKind.DOCUMENT, document.place());
      documents.add(new DocumentOverlay(document, key, decisions, unplaced, rows).read());
    }
    List<Item<ChronicleEntry>> events = new ArrayList<>();
    for (ChronicleEntry entry : reading.chronicle()) {
      ItemKey key = decisions.at(ItemKind.EVENT, entry.place());
      events.add(
          decisions.item(key, corrected(entry, decisions, key), entry.confidence(), entry.place()));
    }
    return new Draft(file, text.lines().toList(), reading, documents, events, unplaced);
  }

  private static ChronicleEntry corrected(ChronicleEntry read, Decisions decisions, ItemKey key) {
    return decisions.correction(key) instanceof Correction.Event event
        ? new ChronicleEntry(
            event.firstDay(),
            event.lastDay(),
            read.text(),
            event.eventKind(),
            event.people(),
            event.places(),
            100,
            read.place())
        : read;
  }
}
