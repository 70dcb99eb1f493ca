package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a single line is by its form alone: a date, an annex, a note, a divider. */
final class LineShape {
  private static final int LONGEST_FORM = 60;
  private static final int LONGEST_NOTE = 400;
  private static final Pattern CATEGORY = Pattern.compile("[【\\[][^】\\]。]{1,20}[】\\]]");
  private static final Pattern PRINTED =
      Pattern.compile("[（(]?.{0,30}?([12二][^年]{3}年[^月]{1,3}月[^日]{1,3}日)(?:印发|印制|印)[）)]?");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:[（(]?此件.{0,20}(?:公开|发至|删减).{0,20}[）)]?|注[：:].*|抄送[：:].*|抄报[：:].*|报送?[：:].{0,200}|分送[：:].*|主题词[：:].*"
              + "|[（(]本文.{0,40}[）)]|[（(].{2,40}(?:整理|供稿|编辑|编写)[）)]"
              + "|[（(]?(?:信息公开选项|公开方式|公开属性|公开选项|公开类别)[：:].{0,20}[）)]?"
              + "|[（(]?(?:联系人|联系电话|联系单位|联系方式|联系处室|电话|传真|邮箱|电子邮箱)[：:].{0,120}[）)]?"
              + "|[（(]?共印\\d{1,5}份[）)]?|校对[：:].{0,40}|打字[：:].{0,40})");
  private static final String NOTE_STARTS = "（(此注抄主报分信公联电传邮共校打";
  private static final Pattern ANNEX_LIST = Pattern.compile("附\\s*件?[：:](.*)");
  private static final Pattern ANNEX_HEAD =
      Pattern.compile("附[件表](\\d{0,2}|[一二三四五六七八九十]{1,3})[：:]?");
  private static final Pattern TITLED_ANNEX =
      Pattern.compile("附\\s*件\\s*(\\d{1,2})\\s*[：:.．、\\s　]\\s*(.{2,80})");
  private static final Pattern CHRONICLE =
      Pattern.compile("[【\\[]?.{0,24}大事记[】\\]]?(?:[（(].{0,16}[）)])?");

  private LineShape() {}

  /** 【市政府文件】: a divider between groups of documents. */
  static boolean isCategory(SourceLine line) {
    return line.text().length() <= LONGEST_FORM && CATEGORY.matcher(line.compact()).matches();
  }

  static boolean isChronicleHead(SourceLine line) {
    return line.text().length() <= LONGEST_FORM
        && !Contents.isEntry(line)
        && CHRONICLE.matcher(line.compact()).matches();
  }

  static boolean isNote(SourceLine line) {
    return NOTE_STARTS.indexOf(line.text().charAt(0)) >= 0
        && line.text().length() <= LONGEST_NOTE
        && NOTE.matcher(line.compact()).matches();
  }

  /** The date of a line that is a date and nothing else, or null. */
  static @Nullable LocalDate date(SourceLine line) {
    if (line.text().length() > 40) {
      return null;
    }
    String words = line.compact();
    boolean bracketed = words.length() > 8 && Words.opens(words.charAt(0));
    return Dates.alone(
        bracketed && Words.closes(words.charAt(words.length() - 1))
            ? words.substring(1, words.length() - 1)
            : words);
  }

  /** The day of printing in a line such as （2020年8月27日印发）, or null. */
  static @Nullable LocalDate printedOn(SourceLine line) {
    if (line.text().length() > 90 || line.text().indexOf('印') < 0) {
      return null;
    }
    Matcher printed = PRINTED.matcher(line.compact());
    return printed.matches() ? Dates.whole(printed.group(1)) : null;
  }

  /** The words after 附件：, or null when the line names no annex. */
  static @Nullable String annexList(SourceLine line) {
    String text = line.text();
    if (text.charAt(0) != '附' || text.length() > LONGEST_NOTE) {
      return null;
    }
    Matcher annex = ANNEX_LIST.matcher(text);
    return annex.matches() && !annex.group(1).isBlank() ? annex.group(1).strip() : null;
  }

  /** The number of an annex that begins with this line (0 without a number), or -1. */
  static int annexHead(SourceLine line) {
    if (line.text().charAt(0) != '附' || line.text().length() > LONGEST_FORM) {
      return -1;
    }
    Matcher annex = ANNEX_HEAD.matcher(line.compact());
    if (!annex.matches()) {
      return -1;
    }
    return annex.group(1).isEmpty() ? 0 : Dates.number(annex.group(1));
  }

  /** 附件1：河道名录: number and title of an annex on one line, or null. */
  static @Nullable Matcher titledAnnex(SourceLine line) {
    if (line.text().charAt(0) != '附' || line.text().length() > 90) {
      return null;
    }
    Matcher annex = TITLED_ANNEX.matcher(line.text());
    return annex.matches() ? annex : null;
  }
}
