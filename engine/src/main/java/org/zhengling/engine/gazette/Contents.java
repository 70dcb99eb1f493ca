package org.zhengling.engine.gazette;

import java.util.List;
import java.util.regex.Pattern;

/** Tables of contents (目录): of a whole gazette at its beginning, or of one document inside it. */
final class Contents {
  private static final int LONGEST_ENTRY = 160;
  private static final int MOST_ENTRIES = 600;
  private static final Pattern ENTRY =
      Pattern.compile(
          ".*(?:[.．…·•。—-]{2,}|\\t|\\s{2,}|）\\s|\\)\\s)\\s*[（(]?[-—]?\\d{1,4}[-—]?[）)]?");
  private static final Pattern DECIMAL = Pattern.compile("^1[.．]?\\s*[\\u4E00-\\u9FFF]");
  private static final Pattern LEADER =
      Pattern.compile("(?:[.．…·•—-]{2,}|\\s)*[（(]?[-—]?\\d{1,4}[-—]?[）)]?$");

  private Contents() {}

  static boolean isHead(SourceLine line) {
    String words = line.text().length() > 60 ? "" : line.compact();
    return words.equals("目录") || words.equals("目次") || words.equals("总目录");
  }

  /** A line that ends with dots or blanks and a page number. */
  static boolean isEntry(SourceLine line) {
    String text = Words.plainDigits(line.text());
    char last = text.charAt(text.length() - 1);
    boolean page = (last >= '0' && last <= '9') || Words.closes(last);
    return page && text.length() <= LONGEST_ENTRY && ENTRY.matcher(text).matches();
  }

  /**
   * The line after the table of contents of a gazette at the beginning; 0 when there is none. A
   * table that lists chapters belongs to a document.
   */
  static int endOfGazette(List<SourceLine> lines) {
    int end = 0;
    boolean listed = false;
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (isHead(line)) {
        boolean chapters = i + 1 < lines.size() && Marker.at(lines.get(i + 1).text(), 0) != null;
        if (chapters) {
          return listed ? end : 0;
        }
        end = i + 1;
      } else if (end > 0 && isEntry(line)) {
        end = i + 1;
        listed = true;
      } else if (PrintedNumber.on(line, null) != null && !isListed(lines, i, end)) {
        return end;
      } else if (isProse(line)) {
        return end;
      }
    }
    return end;
  }

  /** A contents entry may end with its number and have no page. */
  private static boolean isListed(List<SourceLine> lines, int at, int end) {
    PrintedNumber number = PrintedNumber.on(lines.get(at), null);
    return end > 0 && number != null && !number.title().isEmpty();
  }

  /**
   * The index after the table of contents of a document that opens at {@code at} with the word 目录:
   * it ends where its first entry comes again, or where its entries with page numbers end.
   */
  static int end(List<SourceLine> lines, int at) {
    int from = at + 1;
    if (from >= lines.size()) {
      return from;
    }
    String first = words(lines.get(from));
    int paged = from;
    for (int i = from; i < Math.min(lines.size(), from + MOST_ENTRIES); i++) {
      SourceLine line = lines.get(i);
      if (i > from && words(line).equals(first)) {
        return i;
      }
      if (isProse(line)) {
        return paged;
      }
      paged = isEntry(line) && paged == i ? i + 1 : paged;
    }
    return paged;
  }

  /** A table without the word 目录 right under a title: the same, but its first entry must return. */
  static int endUnnamed(List<SourceLine> lines, int at) {
    if (Marker.at(lines.get(at).text(), 0) == null
        && !DECIMAL.matcher(lines.get(at).text()).find()) {
      return at;
    }
    String first = words(lines.get(at));
    for (int i = at; i < Math.min(lines.size(), at + MOST_ENTRIES); i++) {
      SourceLine line = lines.get(i);
      if (isProse(line)) {
        return at;
      }
      if (i > at + 2 && words(line).equals(first)) {
        return i;
      }
    }
    return at;
  }

  /** A sentence, or the beginning of one, is no entry. */
  static boolean isProse(SourceLine line) {
    String text = line.text();
    return text.length() > LONGEST_ENTRY
        || text.indexOf('。') >= 0
        || "，；：,;:".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static String words(SourceLine line) {
    String plain = Words.plainDigits(line.text());
    String text = LEADER.matcher(plain).replaceFirst("");
    return Words.compact(text.isEmpty() ? plain : text);
  }
}
