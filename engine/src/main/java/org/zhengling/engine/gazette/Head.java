package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a document: letterhead, number, title, addressees.
 *
 * @param letterhead the body named above the number; empty when there is none
 * @param bodyStart index of the first line of the body among the lines of the document
 */
record Head(
    String number,
    String series,
    String title,
    String letterhead,
    List<String> addressees,
    @Nullable LocalDate labelledDate,
    int bodyStart) {

  static Head read(List<SourceLine> lines) {
    return new Reading(lines).read();
  }

  private static final class Reading {
    private static final int LONGEST_TITLE_LINE = 70;
    private static final int MOST_ADDRESSEE_LINES = 4;

    private final List<SourceLine> lines;
    private String number = "";
    private String series = "";
    private String labelledTitle = "";
    private String labelledIssuer = "";
    private @Nullable LocalDate labelledDate;
    private final List<SourceLine> above = new ArrayList<>();
    private final List<SourceLine> below = new ArrayList<>();

    Reading(List<SourceLine> lines) {
      this.lines = lines;
    }

    Head read() {
      int at = 0;
      while (at < lines.size() && take(at)) {
        at++;
      }
      List<String> addressees = new ArrayList<>();
      at = readAddressees(at, addressees);
      String letterhead = labelledIssuer;
      List<SourceLine> titleLines = new ArrayList<>(below.isEmpty() ? above : below);
      if (!below.isEmpty() && !above.isEmpty()) {
        letterhead = unit(above.getFirst());
      } else if (titleLines.size() > 1 && isLetterhead(titleLines)) {
        letterhead = unit(titleLines.removeFirst());
      }
      StringBuilder title = new StringBuilder();
      titleLines.forEach(line -> title.append(line.text()).append('\n'));
      String tidy = labelledTitle.isEmpty() ? Words.tidy(title.toString()) : labelledTitle;
      return new Head(number, series, tidy, letterhead, addressees, labelledDate, at);
    }

    /** Takes one line into the head; false when the body begins with it. */
    private boolean take(int at) {
      SourceLine line = lines.get(at);
      @Nullable SourceLine previous = at > 0 ? lines.get(at - 1) : null;
      DocumentNumber found = LineShape.number(line);
      if (found == null) {
        found = LineShape.orderNumber(line, previous);
      }
      if (found != null && (number.isEmpty() || number.equals(found.full()))) {
        number = found.full();
        series = found.series();
        return true;
      }
      if (LineShape.isLabel(line)) {
        takeLabel(line);
        return true;
      }
      if (endsHead(line) || (titleIsComplete() && !line.text().startsWith("的"))) {
        return false;
      }
      (number.isEmpty() ? above : below).add(line);
      return true;
    }

    private void takeLabel(SourceLine line) {
      String title = LineShape.labelled(line, "标题");
      String issuer = LineShape.labelled(line, "发文机关");
      String date = LineShape.labelled(line, "成文日期");
      labelledTitle = title == null ? labelledTitle : title;
      labelledIssuer = issuer == null ? labelledIssuer : issuer;
      labelledDate = date == null ? labelledDate : Dates.first(date);
    }

    /** The title is complete when its words end as titles do and the next line is not its rest. */
    private boolean titleIsComplete() {
      List<SourceLine> title = number.isEmpty() ? above : below;
      if (title.isEmpty() || (number.isEmpty() && title.size() == 1 && isCover(title.getFirst()))) {
        return false;
      }
      StringBuilder words = new StringBuilder();
      title.forEach(line -> words.append(line.compact()));
      return Titles.isTitle(words.toString()) && !words.toString().endsWith("令");
    }

    private static boolean isCover(SourceLine line) {
      return line.compact().endsWith("文件") || line.compact().endsWith("令");
    }

    private static boolean endsHead(SourceLine line) {
      String text = line.text();
      return text.length() > LONGEST_TITLE_LINE
          || Words.ends(text.charAt(text.length() - 1))
          || text.indexOf('。') >= 0
          || Words.opens(text.charAt(0))
          || Marker.at(text, 0) != null
          || LineShape.date(line) != null
          || LineShape.annexList(line) != null
          || LineShape.isNote(line);
    }

    /**
     * Addressees end with a colon and may run over several lines; returns where the body begins.
     */
    private int readAddressees(int from, List<String> addressees) {
      StringBuilder words = new StringBuilder();
      for (int i = from; i < Math.min(lines.size(), from + MOST_ADDRESSEE_LINES); i++) {
        String text = lines.get(i).text();
        if (text.indexOf('。') >= 0
            || Marker.at(text, 0) != null
            || LineShape.annexList(lines.get(i)) != null) {
          return from;
        }
        words.append(text);
        if (text.endsWith("：") || text.endsWith(":")) {
          String all = Words.tidy(words.substring(0, words.length() - 1));
          addressees.addAll(UnitNames.split(all, "，,；;"));
          return i + 1;
        }
      }
      return from;
    }

    private static boolean isLetterhead(List<SourceLine> titleLines) {
      String first = unit(titleLines.getFirst());
      String second = titleLines.get(1).compact();
      return isCover(titleLines.getFirst()) || second.startsWith(first);
    }

    private static String unit(SourceLine line) {
      String words = line.compact();
      return words.endsWith("文件") ? words.substring(0, words.length() - 2) : words;
    }
  }
}
