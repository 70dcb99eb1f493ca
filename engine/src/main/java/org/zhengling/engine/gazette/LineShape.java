package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a single line is by its form alone: furniture, a number, a date, an annex, a note. */
final class LineShape {
  private static final int LONGEST_FORM = 60;
  private static final int LONGEST_ENTRY = 160;
  private static final Pattern RULE = Pattern.compile("[-—_=*·.\\s|　]{3,}");
  private static final Pattern PAGE =
      Pattern.compile("[-—－·.\\s]*(?:第?\\d{1,4}页?(?:[,，/]?共\\d{1,4}页)?)[-—－·.\\s]*");
  private static final Pattern RUNNING_HEAD =
      Pattern.compile("[^。，]{0,20}(?:公报|政报)(?:[^。，]{0,20}第?\\d{1,3}期[^。，]{0,12})?");
  private static final Pattern CONTENTS_ENTRY =
      Pattern.compile(".*(?:[.．…·•]{2,}|\\t|\\s{2,}|）\\s|\\)\\s)\\s*[（(]?\\d{1,4}[）)]?");
  private static final Pattern CATEGORY = Pattern.compile("[【\\[][^】\\]。]{1,20}[】\\]]");
  private static final String SERIES = "[\\u4E00-\\u9FFF]{2,14}";
  private static final Pattern NUMBER =
      Pattern.compile("(" + SERIES + ")[〔\\[［【（(](\\d{4})[〕\\]］】）)]第?(\\d{1,5})号");
  private static final Pattern LABELLED_NUMBER = Pattern.compile("(?:发文字号|文号|发文号)[：:](.*)");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:索引号|主题分类|主题词|发文机关|发布机构|发布机关|公开目录|成文日期|发布日期|生成日期|印发日期|标题|名称|"
              + "发文字号|文号|发文号|有效性|公开方式|公开范围|统一编号|信息分类|体裁|来源|字体|生效日期|废止日期)[：:].*");
  private static final Pattern ORDER_NUMBER = Pattern.compile("(.*令)?第(\\d{1,5})号");
  private static final Pattern PRINTED =
      Pattern.compile("[（(]?.{0,30}?(\\d{4}年\\d{1,2}月\\d{1,2}日)印发[）)]?");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:[（(]?此件.{0,20}(?:公开|发至|删减).{0,20}[）)]?|注[：:].*|抄送[：:].*|主题词[：:].*|[（(]本文.{0,40}[）)]|[（(].{2,40}(?:整理|供稿|编辑|编写)[）)])");
  private static final Pattern ANNEX_LIST = Pattern.compile("附\\s*件[：:](.*)");
  private static final Pattern ANNEX_HEAD = Pattern.compile("附件(\\d{0,2})");
  private static final Pattern CHRONICLE =
      Pattern.compile("[【\\[]?.{0,24}大事记[】\\]]?(?:[（(].{0,16}[）)])?");

  private LineShape() {}

  static boolean isFurniture(SourceLine line) {
    String text = line.text();
    return text.length() <= LONGEST_ENTRY
        && (RULE.matcher(text).matches()
            || PAGE.matcher(text).matches()
            || (text.length() <= 40 && RUNNING_HEAD.matcher(text).matches()));
  }

  static boolean isContentsHead(SourceLine line) {
    String words = line.text().length() > LONGEST_FORM ? "" : line.compact();
    return words.equals("目录") || words.equals("目次");
  }

  static boolean isContentsEntry(SourceLine line) {
    String text = line.text();
    char last = text.charAt(text.length() - 1);
    boolean page = (last >= '0' && last <= '9') || Words.closes(last);
    return page && text.length() <= LONGEST_ENTRY && CONTENTS_ENTRY.matcher(text).matches();
  }

  /** 【市政府文件】: a divider between groups of documents. */
  static boolean isCategory(SourceLine line) {
    return line.text().length() <= LONGEST_FORM && CATEGORY.matcher(line.compact()).matches();
  }

  static boolean isChronicleHead(SourceLine line) {
    return line.text().length() <= LONGEST_FORM
        && !isContentsEntry(line)
        && CHRONICLE.matcher(line.compact()).matches();
  }

  /** 索引号：…, 发文机关：…: one of the labelled lines that a web page puts above a document. */
  static boolean isLabel(SourceLine line) {
    boolean labelled = line.text().indexOf('：') > 0 || line.text().indexOf(':') > 0;
    return labelled && LABEL.matcher(line.compact()).matches();
  }

  /** The words after one of these labels, or null when the line is another one. */
  static @Nullable String labelled(SourceLine line, String label) {
    String words = line.compact();
    boolean found = words.startsWith(label + "：") || words.startsWith(label + ":");
    return found ? words.substring(label.length() + 1) : null;
  }

  /** A line that is a document number and nothing else, or null. */
  static @Nullable DocumentNumber number(SourceLine line) {
    if (line.text().length() > 60) {
      return null;
    }
    String words = line.compact();
    Matcher labelled = LABELLED_NUMBER.matcher(words);
    Matcher number = NUMBER.matcher(labelled.matches() ? labelled.group(1) : words);
    return number.matches()
        ? DocumentNumber.of(number.group(1), number.group(2), number.group(3))
        : null;
  }

  /** 第722号 under a line that ends with 令, or 国务院令第722号 in one line; null for another line. */
  static @Nullable DocumentNumber orderNumber(SourceLine line, @Nullable SourceLine above) {
    if (line.text().length() > 40) {
      return null;
    }
    Matcher order = ORDER_NUMBER.matcher(line.compact());
    if (!order.matches()) {
      return null;
    }
    String series = order.group(1);
    if (series == null && above != null && above.compact().endsWith("令")) {
      series = above.compact();
    }
    return series == null || series.length() > 30
        ? null
        : new DocumentNumber(series + "第" + order.group(2) + "号", series);
  }

  static boolean isNote(SourceLine line) {
    return "（(此注抄主".indexOf(line.text().charAt(0)) >= 0 && NOTE.matcher(line.compact()).matches();
  }

  /** The date of a line that is a date and nothing else, or null. */
  static @Nullable LocalDate date(SourceLine line) {
    return line.text().length() > 20 ? null : Dates.whole(line.compact());
  }

  /** The day of printing in a line such as （2020年8月27日印发）, or null. */
  static @Nullable LocalDate printedOn(SourceLine line) {
    if (line.text().length() > 60) {
      return null;
    }
    Matcher printed = PRINTED.matcher(line.compact());
    return printed.matches() ? Dates.whole(printed.group(1)) : null;
  }

  /** The words after 附件：, or null when the line names no annex. */
  static @Nullable String annexList(SourceLine line) {
    Matcher annex = ANNEX_LIST.matcher(line.text());
    return line.text().charAt(0) == '附' && annex.matches() ? annex.group(1).strip() : null;
  }

  /** The number of an annex that begins with this line (0 without a number), or -1. */
  static int annexHead(SourceLine line) {
    if (line.text().charAt(0) != '附') {
      return -1;
    }
    Matcher annex = ANNEX_HEAD.matcher(line.compact());
    if (!annex.matches()) {
      return -1;
    }
    return annex.group(1).isEmpty() ? 0 : Integer.parseInt(annex.group(1));
  }
}
