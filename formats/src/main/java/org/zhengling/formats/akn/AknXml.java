package org.zhengling.formats.akn;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML element by element, each block on a line of its own, and escapes what needs it. */
final class AknXml {
  static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;
  private boolean hasWords;

  /** Begins a block on a new line. */
  AknXml open(String name) {
    endTag();
    text.append('\n').append("  ".repeat(open.size()));
    return begin(name);
  }

  /** Begins an element inside running words. */
  AknXml inline(String name) {
    endTag();
    hasWords = true;
    return begin(name);
  }

  private AknXml begin(String name) {
    text.append('<').append(name);
    open.push(name);
    inTag = true;
    return this;
  }

  /** An attribute of the element just begun. */
  AknXml set(String attribute, String value) {
    text.append(' ').append(attribute).append("=\"");
    escape(value);
    text.append('"');
    return this;
  }

  AknXml words(String words) {
    endTag();
    hasWords = true;
    escape(words);
    return this;
  }

  /** Ends the block that was begun last. */
  AknXml close() {
    String name = open.pop();
    if (inTag) {
      text.append("/>");
      inTag = false;
    } else {
      if (!hasWords) {
        text.append('\n').append("  ".repeat(open.size()));
      }
      text.append("</").append(name).append('>');
    }
    hasWords = false;
    return this;
  }

  /** Ends an element inside running words, which go on. */
  AknXml closeInline() {
    close();
    hasWords = true;
    return this;
  }

  private void endTag() {
    if (inTag) {
      text.append('>');
      inTag = false;
    }
  }

  private void escape(String words) {
    words
        .codePoints()
        .filter(AknXml::isAllowed)
        .forEach(c -> {
          switch (c) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            default -> text.appendCodePoint(c);
          }
        });
  }

  /** XML has no place for control characters and halves of characters. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c > 0xFFFF;
  }

  String text() {
    return text.append('\n').toString();
  }
}
