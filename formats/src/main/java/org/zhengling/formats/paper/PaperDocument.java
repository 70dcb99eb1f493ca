package org.zhengling.formats.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official document as it is printed.
 *
 * @param number full number; empty when it has none
 * @param addressees to whom it is addressed, as printed
 * @param annexes what stands in the annex note, without numbers
 * @param dateWritten the day of signature, absent when the text prints none
 * @param foot where the text comes from, edition, digest and time; on every page
 */
public record PaperDocument(
    String number,
    String title,
    String issuer,
    List<String> addressees,
    List<Section> sections,
    List<String> annexes,
    @Nullable LocalDate dateWritten,
    String foot) {
  public PaperDocument {
    addressees = List.copyOf(addressees);
    sections = List.copyOf(sections);
    annexes = List.copyOf(annexes);
  }

  /**
   * A clause.
   *
   * @param bookmark its name in the list of bookmarks; empty for none
   * @param numbering 一、 or （一）, as printed; empty for the words before the first clause
   * @param level depth in the tree, 1 for 一、
   * @param heading empty when it has none
   * @param paragraphs its own text
   */
  public record Section(
      String bookmark, String numbering, int level, String heading, List<String> paragraphs) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
    }
  }
}
