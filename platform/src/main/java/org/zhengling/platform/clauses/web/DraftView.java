package org.zhengling.platform.clauses.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.clauses.ImportedFile;
import org.zhengling.platform.clauses.OfficialText;
import org.zhengling.platform.clauses.draft.Item;

/**
 * The draft page.
 *
 * @param counts what was read, in the order of the head line
 * @param heap key of the chosen heap
 * @param document key of the chosen document; empty for lines and chronicle
 * @param unnamed tasks of the chosen document that name nobody
 * @param units names of the directory, offered where a unit is typed
 * @param said what was just done; empty otherwise
 */
public record DraftView(
    ImportedFile file,
    Counts counts,
    List<HeapRow> heaps,
    String heap,
    String document,
    long unnamed,
    long waitingHere,
    List<SourceRow> source,
    boolean whole,
    List<ItemRow> items,
    @Nullable Hand hand,
    List<String> missingAnnexes,
    List<Choice> documents,
    List<String> paths,
    List<String> units,
    boolean mayPublish,
    String said) {

  /** How much there is of each kind, and how much of it a person has still to see. */
  public record Counts(
      long documents,
      long clauses,
      long tasks,
      long indicators,
      long events,
      long waiting,
      long unplaced,
      long settled,
      long items) {}

  /** A heap in the left column. */
  public record HeapRow(
      String id,
      String number,
      String title,
      long waiting,
      long looks,
      boolean setAside,
      boolean chosen) {}

  /**
   * A line of the source in the middle column.
   *
   * @param here true where the item in hand was read
   */
  public record SourceRow(int number, List<OfficialText.Piece> pieces, boolean here) {}

  /** An item of the chosen heap. */
  public record ItemRow(
      String key,
      String kind,
      String words,
      String note,
      Item.State state,
      int confidence,
      String source,
      boolean chosen) {}

  /** A document that a line can be put into. */
  public record Choice(String id, String name) {}

  /** A task list that was uploaded for an annex. */
  public record AnnexList(String fileName, String time, int rows) {}

  /** A decision on the item in hand. */
  public record Decision(String time, String what, String who) {}

  /**
   * The item in hand.
   *
   * @param kind its constant in lower case, which names its form
   * @param added true where a person is adding it
   * @param text official words that the form does not change
   * @param previous and next keys of its neighbours; empty where there is none
   */
  public record Hand(
      String key,
      String kind,
      String chinese,
      Item.@Nullable State state,
      int confidence,
      String source,
      int line,
      int revision,
      boolean added,
      String where,
      String words,
      String text,
      ItemForm form,
      int position,
      int count,
      String previous,
      String next,
      List<Decision> decisions,
      List<AnnexList> files) {}
}
