package org.zhengling.app.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengling.platform.supervision.SupervisedTask;

/**
 * Official text cut into pieces, so that a page can underline units, deadlines and figures without
 * touching a word.
 */
final class OfficialText {
  /** 4.5万人, 70%, 3至5所; a year or a day is none. */
  private static final Pattern NUMBER =
      Pattern.compile("\\d[\\d.]*(?:[—至~～-]\\d[\\d.]*)?(?:[万亿]|[%％]|[^\\s\\d年月日，。；、])[个]?");

  private OfficialText() {}

  /** How a piece is drawn. */
  enum Kind {
    PLAIN,
    UNIT,
    DEADLINE,
    FIGURE
  }

  record Piece(Kind kind, String text) {}

  private record Mark(Kind kind, String text) {}

  /**
   * One list of pieces for each paragraph; joined, the pieces are the text.
   *
   * @param figures the words that figures were read from; their numbers are marked
   */
  static List<List<Piece>> paragraphs(
      String body, Collection<SupervisedTask> tasks, Collection<String> figures) {
    List<Mark> marks = new ArrayList<>();
    for (SupervisedTask task : tasks) {
      task.lead().forEach(name -> marks.add(new Mark(Kind.UNIT, name)));
      task.responsible().forEach(name -> marks.add(new Mark(Kind.UNIT, name)));
      marks.add(new Mark(Kind.DEADLINE, task.deadlineText()));
    }
    for (String words : figures) {
      Matcher number = NUMBER.matcher(words);
      while (number.find()) {
        marks.add(new Mark(Kind.FIGURE, number.group()));
      }
    }
    List<Mark> wanted =
        marks.stream()
            .filter(mark -> !mark.text().isBlank())
            .distinct()
            // The longer name first: 市自然资源和规划局 before a name inside it.
            .sorted(Comparator.comparingInt((Mark mark) -> mark.text().length()).reversed())
            .toList();
    return body.lines().filter(line -> !line.isBlank()).map(line -> pieces(line, wanted)).toList();
  }

  private static List<Piece> pieces(String line, List<Mark> marks) {
    List<Piece> pieces = new ArrayList<>();
    int plain = 0;
    int at = 0;
    while (at < line.length()) {
      Mark here = markAt(line, at, marks);
      if (here == null) {
        at++;
        continue;
      }
      if (at > plain) {
        pieces.add(new Piece(Kind.PLAIN, line.substring(plain, at)));
      }
      pieces.add(new Piece(here.kind(), here.text()));
      at += here.text().length();
      plain = at;
    }
    if (plain < line.length()) {
      pieces.add(new Piece(Kind.PLAIN, line.substring(plain)));
    }
    return pieces;
  }

  private static @org.jspecify.annotations.Nullable Mark markAt(
      String line, int at, List<Mark> marks) {
    for (Mark mark : marks) {
      if (line.startsWith(mark.text(), at)) {
        return mark;
      }
    }
    return null;
  }
}
