package org.zhengling.formats.text;

/**
 * The words of a file.
 *
 * @param kind what the file was
 * @param text its words; lines end with a line feed, and a form feed at the beginning of a line
 *     says that a new printed page begins there (see {@link PrintedPages})
 */
public record SourceText(Kind kind, String text) {

  /** What a file can be. */
  public enum Kind {
    /** .txt and .md, in UTF-8, UTF-16 with a mark, or GB18030. */
    TEXT,
    HTML,
    DOCX,
    /** PDF with a text layer. */
    PDF
  }
}
