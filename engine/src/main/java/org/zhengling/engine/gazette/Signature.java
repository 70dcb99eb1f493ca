package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who signed a document and on which day: the names and the date below its text. */
final class Signature {
  private static final int LONGEST = 40;

  private String name = "";
  private @Nullable LocalDate day;
  private boolean sure;

  /** Who signed, empty when nobody is named; of several the one that stands last. */
  String name() {
    return name;
  }

  @Nullable LocalDate day() {
    return day;
  }

  boolean isGiven() {
    return day != null;
  }

  /**
   * Takes a date line, and the names above it off the prose; a date alone on its line signs the
   * document unless it only goes on with a sentence.
   */
  boolean takes(SourceLine line, List<SourceLine> prose) {
    LocalDate date = LineShape.date(line);
    if (date == null) {
      return takesNameWithDate(line);
    }
    if (!prose.isEmpty() && !isName(prose.getLast()) && !isEnd(prose.getLast())) {
      return false;
    }
    boolean named = takeNames(prose);
    if (day == null || (named && !sure)) {
      day = date;
      sure = named;
    }
    return true;
  }

  /** 某市人民政府　2020年3月5日 on one line. */
  private boolean takesNameWithDate(SourceLine line) {
    if (line.text().length() > LONGEST + 20) {
      return false;
    }
    Dates.Ending ending = Dates.ending(line.compact());
    if (ending == null || ending.from() == 0) {
      return false;
    }
    String words =
        line.compact().substring(0, ending.from()).replaceAll("[（(](?:公章|盖章|印章)[）)]", "");
    if (!Titles.isIssuer(words) && !Titles.isPerson(words)) {
      return false;
    }
    if (!sure) {
      name = words;
      day = ending.day();
      sure = true;
    }
    return true;
  }

  private boolean takeNames(List<SourceLine> prose) {
    boolean named = false;
    while (!prose.isEmpty() && isName(prose.getLast())) {
      String words = prose.removeLast().compact();
      named |= Titles.isIssuer(words) || Titles.isPerson(words);
      name = Titles.isIssuer(words) ? words : name;
    }
    return named;
  }

  private static boolean isEnd(SourceLine line) {
    return Paragraphs.isComplete(line.text()) || line.text().endsWith(".");
  }

  private static boolean isName(SourceLine line) {
    String words = line.compact();
    return words.length() <= LONGEST
        && !Paragraphs.isComplete(line.text())
        && Marker.at(line.text(), 0) == null
        && (Titles.isIssuer(words)
            || Titles.isPerson(words)
            || (words.length() <= 12 && words.indexOf('，') < 0));
  }
}
