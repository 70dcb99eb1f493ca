package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a document: letterhead, number, title, note on its adoption, addressees.
 *
 * @param letterhead the body named above the number; empty when there is none
 * @param writtenDate a date that a label calls the day of writing (成文日期)
 * @param bracketedDate a date in brackets below the title
 * @param bareDate a date below the title or behind the number, which may be that of a page
 * @param labelledDate another labelled date, which may only be the day of a web page
 * @param adoption what the note under the title says; null when there is none
 * @param bodyStart index of the first line of the body among the lines of the document
 * @param sure how sure the number and title are, in percent
 */
record Head(
    String number,
    String series,
    String title,
    String letterhead,
    List<String> addressees,
    @Nullable LocalDate writtenDate,
    @Nullable LocalDate bracketedDate,
    @Nullable LocalDate bareDate,
    @Nullable LocalDate labelledDate,
    @Nullable Adoption adoption,
    int bodyStart,
    int sure) {

  static Head read(List<SourceLine> lines) {
    return new Reading(lines).read();
  }

  private static final class Reading {
    private static final int LONGEST_TITLE_LINE = 110;
    private static final int FORESIGHT = 8;
    private static final int SHORTEST_FULL_LINE = 16;
    private static final int LONGEST_OCCASION = 60;

    private static final Pattern ENCLOSURE = Pattern.compile("附[:：].{1,12}$");
    private static final Pattern OPENS_PROSE = Pattern.compile("《[^》]{2,60}》(?:已|业|经)");

    private final List<SourceLine> lines;
    private final Labels labels = new Labels();
    private final StringBuilder notes = new StringBuilder();
    private final List<SourceLine> above = new ArrayList<>();
    private final List<SourceLine> below = new ArrayList<>();
    private @Nullable DocumentNumber number;
    private String whole = "";
    private @Nullable LocalDate bracketedDay;
    private @Nullable LocalDate bareDay;

    Reading(List<SourceLine> lines) {
      this.lines = lines;
    }

    Head read() {
      int at = 0;
      while (at < lines.size()) {
        int next = take(at);
        if (next == at) {
          break;
        }
        at = next;
      }
      Addressees addressees = Addressees.read(lines, at);
      Adoption adoption = notes.isEmpty() ? null : Adoption.read(notes.toString());
      return head(addressees, adoption);
    }

    /** Takes what begins here into the head; returns the same index when the body begins. */
    private int take(int at) {
      SourceLine line = lines.get(at);
      PrintedNumber found = PrintedNumber.on(line, at > 0 ? lines.get(at - 1) : null);
      if (found != null && (whole.isEmpty() || number == null || found.title().isEmpty())) {
        return takeNumber(found, line, at);
      }
      if (Labels.isLabel(line)) {
        return labels.take(lines, at);
      }
      if (Adoption.opens(line) && !(above.isEmpty() && below.isEmpty())) {
        int length = Adoption.length(lines, at);
        lines.subList(at, at + length).forEach(note -> notes.append(note.compact()));
        notes.append('\n');
        return at + length;
      }
      if (!whole.isEmpty() && takesDay(line)) {
        return at + 1;
      }
      if (endsHead(line)) {
        return at;
      }
      return whole.isEmpty() ? takeWords(line, at) : afterTitle(line, at);
    }

    /**
     * （2021年1月26日） or ——2022年1月12日在某会议上 below a title is the day of the document; a bare day may be
     * that of the page it stands on. Who spoke or signed stands there as well.
     */
    private boolean takesDay(SourceLine line) {
      LocalDate day = LineShape.date(line);
      String words = line.compact();
      if (day != null && Words.opens(words.charAt(0))) {
        bracketedDay = bracketedDay == null ? day : bracketedDay;
        return true;
      }
      if (day != null) {
        bareDay = bareDay == null ? day : bareDay;
        return true;
      }
      if (words.startsWith("—") && words.length() <= LONGEST_OCCASION) {
        LocalDate occasion = Dates.first(words);
        bracketedDay = bracketedDay == null ? occasion : bracketedDay;
        return occasion != null;
      }
      return Titles.isPerson(words) && !Paragraphs.isComplete(line.text());
    }

    private int takeNumber(PrintedNumber found, SourceLine line, int at) {
      Dates.Ending day = found.title().isEmpty() ? Dates.ending(line.compact()) : null;
      bareDay = day == null || bareDay != null ? bareDay : day.day();
      if (number == null) {
        number = found.number();
      }
      if (!found.title().isEmpty() && whole.isEmpty()) {
        whole = found.title();
        (at == 0 ? above : below).add(line);
      }
      return at + 1;
    }

    private int takeWords(SourceLine line, int at) {
      List<SourceLine> title = number == null ? above : below;
      boolean foreign = line.text().chars().noneMatch(c -> Words.isHan((char) c));
      if (!foreign) {
        title.add(line);
        whole = wholeTitle(title, at);
      }
      return at + 1;
    }

    /**
     * The title is whole when its words end as titles do and the next line is not its rest; words
     * above a title, of a letterhead or an issuer, are not of it.
     */
    private String wholeTitle(List<SourceLine> title, int at) {
      String next = at + 1 < lines.size() ? lines.get(at + 1).compact() : "";
      String words = "";
      for (int i = title.size() - 1; i >= 0; i--) {
        words = ENCLOSURE.matcher(title.get(i).compact()).replaceFirst("") + words;
        boolean goesOn = next.startsWith("的") || isRest(words, next);
        if (Titles.isWhole(words) && !goesOn && (startsTitle(title, i) && !isMinutes(title, i))) {
          return words;
        }
      }
      return "";
    }

    /** 某市人民政府 / 常务会议纪要: minutes are named with the body that met. */
    private static boolean isMinutes(List<SourceLine> title, int at) {
      return at > 0
          && title.getLast().compact().endsWith("纪要")
          && Titles.isIssuer(title.get(at - 1).compact());
    }

    /** 某规划 / 实施纲要的通知: the next line ends the title better. */
    private boolean isRest(String words, String next) {
      boolean ordered = number != null && number.series().endsWith("令");
      return !ordered
          && next.length() <= 40
          && words.contains("关于")
          && !words.endsWith("通知")
          && next.endsWith("的通知")
          && !next.contains("关于");
    }

    /** Whether no line above belongs to the title as well. */
    private static boolean startsTitle(List<SourceLine> title, int at) {
      if (at == 0) {
        return true;
      }
      String first = title.get(at).compact();
      String before = title.get(at - 1).compact();
      if (Titles.isCover(before) || Titles.isTitle(before)) {
        return true;
      }
      int about = first.indexOf("关于");
      if (Titles.isIssuer(before)) {
        // Several bodies issue together, one on each line.
        return (about < 0 && !Titles.isIssuer(first)) || (about > 0 && first.startsWith(before));
      }
      boolean broken = before.length() >= SHORTEST_FULL_LINE || before.indexOf("关于") >= 0;
      return !broken && about >= 0 && !before.contains("《");
    }

    /** Below a whole title only its repetition, its issuer and a number may stand. */
    private int afterTitle(SourceLine line, int at) {
      String words = line.compact();
      boolean repeats = words.length() >= 3 && whole.contains(words);
      if (repeats && !words.equals("第一章")) {
        return at + 1;
      }
      if (number != null) {
        return at;
      }
      for (int i = at + 1; i < Math.min(lines.size(), at + FORESIGHT); i++) {
        SourceLine later = lines.get(i);
        if (endsHead(later) && !Adoption.opens(later) && PrintedNumber.on(later, null) == null) {
          return at;
        }
        PrintedNumber coming = PrintedNumber.on(later, lines.get(i - 1));
        boolean again = later.compact().equals(whole);
        if (coming != null || again) {
          boolean better = Titles.isWhole(words) && !whole.contains("关于") && words.contains("关于");
          if (better) {
            whole = words;
            above.clear();
            above.add(line);
          }
          if (Titles.isCover(words)) {
            above.add(line);
          }
          return at + 1;
        }
      }
      return at;
    }

    private static boolean endsHead(SourceLine line) {
      String text = line.text();
      return text.length() > LONGEST_TITLE_LINE
          || Words.ends(text.charAt(text.length() - 1))
          || text.indexOf('。') >= 0
          || OPENS_PROSE.matcher(text).lookingAt()
          || (text.indexOf('，') >= 0 && !Titles.isTitle(line.compact()))
          || (Words.opens(text.charAt(0)) && !line.compact().matches("[（(].{1,20}[）)]"))
          || Marker.at(text, 0) != null
          || Contents.isHead(line)
          || LineShape.date(line) != null
          || LineShape.annexList(line) != null
          || LineShape.isNote(line);
    }

    private Head head(Addressees addressees, @Nullable Adoption adoption) {
      String letterhead = labelled("发文机关", "发文机构", "发布机构", "制定机关", "发文单位");
      List<SourceLine> titleLines = new ArrayList<>(below.isEmpty() ? above : below);
      if (!below.isEmpty() && !above.isEmpty() && letterhead.isEmpty()) {
        letterhead = unit(above.getLast());
      } else if (titleLines.size() > 1 && isLetterhead(titleLines)) {
        letterhead = unit(titleLines.removeFirst());
      }
      StringBuilder joined = new StringBuilder();
      titleLines.forEach(line -> joined.append(line.text()).append('\n'));
      String title = whole.isEmpty() ? Words.tidy(joined.toString()) : whole;
      String labelled = labelled("标题", "题目", "文件标题", "名称", "文件名称", "信息名称", "title");
      boolean named = Titles.isTitle(labelled) && (whole.isEmpty() || labelled.contains(whole));
      PrintedNumber bracketed = PrintedNumber.titled(title);
      DocumentNumber known = number == null ? labelledNumber() : number;
      if (bracketed != null) {
        title = bracketed.title();
        known = known == null ? bracketed.number() : known;
      }
      int sure = whole.isEmpty() && !named ? 70 : 100;
      if (known == null && adoption != null && adoption.number() != null) {
        known = adoption.number();
        sure -= 5;
      }
      String day = labelled("成文日期", "成文时间", "签发日期");
      String other =
          labelled(
              "发文日期", "发文时间", "生成日期", "公文生成日期", "颁布日期", "印发日期", "公布日期", "发布日期", "发布时间", "日期",
              "date");
      return new Head(
          known == null ? "" : known.full(),
          known == null ? "" : known.series(),
          named ? labelled : title,
          letterhead,
          addressees.names(),
          Dates.labelled(day),
          bracketedDay,
          bareDay,
          Dates.labelled(other),
          adoption,
          addressees.end(),
          sure);
    }

    private String labelled(String... keys) {
      String value = labels.first(keys);
      return value == null ? "" : value;
    }

    private @Nullable DocumentNumber labelledNumber() {
      String value =
          labelled("发文字号", "文号", "发文文号", "发布文号", "发文号", "公文文号", "文件文号", "字号", "文件编号", "number");
      DocumentNumber alone = PrintedNumber.alone(value);
      return alone == null ? PrintedNumber.order(value, null) : alone;
    }

    private static boolean isLetterhead(List<SourceLine> titleLines) {
      String first = unit(titleLines.getFirst());
      String second = titleLines.get(1).compact();
      return Titles.isCover(titleLines.getFirst().compact()) || second.startsWith(first);
    }

    private static String unit(SourceLine line) {
      String words = line.compact();
      for (String kind : List.of("文件", "通知", "公告", "通告")) {
        if (words.endsWith(kind) && Titles.isCover(words)) {
          return words.substring(0, words.length() - kind.length());
        }
      }
      return words;
    }
  }
}
