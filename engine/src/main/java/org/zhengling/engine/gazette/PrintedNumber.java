package org.zhengling.engine.gazette;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a document where a line of its head prints it: alone, with its label, in brackets,
 * after the words of a title or before them, in any brackets and with any blanks.
 *
 * @param number the number as it is always written
 * @param title the words of a title on the same line; empty when the number stands alone
 */
record PrintedNumber(DocumentNumber number, String title) {
  private static final int LONGEST_ALONE = 80;
  private static final int LONGEST_TITLED = 200;
  private static final String OPEN = "[〔\\[［【（(﹝„〈<﹤《{『「\\u2768]";
  private static final String CLOSE = "[〕\\]］】）)﹞‟”〉>﹥》}』」\\u2769]";
  private static final String SERIES = "[\\u4E00-\\u9FFF][\\u4E00-\\u9FFFA-Za-z]{1,19}?";
  private static final String YEAR = "([12][0-9OoＯ]{3})年?";
  private static final String COUNT = "第?(\\d{1,5})[号號]";
  private static final String NUMBER = "(" + SERIES + ")" + OPEN + YEAR + CLOSE + COUNT;

  /** The day of a document that stands behind its number. */
  private static final String DAY =
      "(?:[12]\\d{3}|[一二][〇○零一二三四五六七八九]{3})年[^年月日]{1,3}月[^年月日]{1,3}日|[12]\\d{3}-\\d{1,2}-\\d{1,2}";

  private static final String OLD =
      "([〔\\[（(]\\d{2,4}[〕\\]）)][\\u4E00-\\u9FFF]{2,14}字?(?:第)?\\d{1,5}号)";
  private static final String NOTICE =
      "([\\u4E00-\\u9FFF、]{2,60}?(?:公告|通告|令))[（(〔]?([12]\\d{3})年[）)〕]?第?(\\d{1,4})号";
  private static final Pattern ALONE =
      Pattern.compile(
          "[（(]?"
              + NUMBER
              + "[）)]?(?:(?:签发人|会签人)[：:].{0,30})?(?:"
              + NUMBER
                  .replace("(" + SERIES, "(?:" + SERIES)
                  .replace("([12]", "(?:[12]")
                  .replace("(\\d", "(?:\\d")
              + ")*(?:"
              + DAY
              + ")?[）)]?");
  private static final Pattern UNNAMED =
      Pattern.compile("[（(]?(" + OPEN + ")" + YEAR + "(" + CLOSE + ")" + COUNT + "[）)]?");
  private static final Pattern ALONE_OLD = Pattern.compile("[（(]?" + OLD + "[）)]?");
  private static final Pattern ALONE_NOTICE = Pattern.compile("[（(]?" + NOTICE + "[）)]?");
  private static final Pattern AFTER_TITLE = Pattern.compile("(.{6,}?)[（(]" + NUMBER + "[）)]");
  private static final Pattern BEFORE_TITLE = Pattern.compile(NUMBER + "《?(.{6,}?)》?");
  private static final Pattern ORDER =
      Pattern.compile(
          "(.{0,40}?(?:令|公告|通告|通报|决定))?[（(]?([12]\\d{3}年)?"
              + "(?:[〔\\[（(]?[一二三四五六七八九十]{1,4}届[〕\\]）)]?)?(第[0-9零〇○一二三四五六七八九十百]{1,7}号)[）)]?");

  /** The number that stands on a line, or null; {@code above} may end with 令 or 公告. */
  static @Nullable PrintedNumber on(SourceLine line, @Nullable SourceLine above) {
    String text = line.text();
    if (text.length() > LONGEST_TITLED || (text.indexOf('号') < 0 && text.indexOf('號') < 0)) {
      return null;
    }
    String words = line.compact();
    if (text.length() <= LONGEST_ALONE) {
      DocumentNumber alone = alone(words);
      if (alone == null) {
        alone = order(words, above);
      }
      if (alone == null) {
        alone = unnamed(words, above);
      }
      if (alone != null) {
        return new PrintedNumber(alone, "");
      }
    }
    // 1.关于某事的通知（甲政发〔1998〕3号）: a list names documents, it does not print them.
    return Marker.at(text, 0) == null ? titled(words) : null;
  }

  /** 〔2021〕14号 under a line that ends with 纪要, or null: minutes are numbered without a series. */
  private static @Nullable DocumentNumber unnamed(String words, @Nullable SourceLine above) {
    Matcher number = UNNAMED.matcher(words);
    if (above == null || !number.matches() || !above.compact().endsWith("纪要")) {
      return null;
    }
    return new DocumentNumber("〔" + plainYear(number.group(2)) + "〕" + number.group(4) + "号", "");
  }

  /** The number that the words are, or null; used for labelled values as well. */
  static @Nullable DocumentNumber alone(String words) {
    Matcher number = ALONE.matcher(words);
    if (number.matches()) {
      return DocumentNumber.of(number.group(1), plainYear(number.group(2)), number.group(3));
    }
    Matcher notice = ALONE_NOTICE.matcher(words);
    if (notice.matches()) {
      String series = notice.group(1);
      return new DocumentNumber(series + notice.group(2) + "年第" + notice.group(3) + "号", series);
    }
    Matcher old = ALONE_OLD.matcher(words);
    return old.matches() ? new DocumentNumber(old.group(1), old.group(1)) : null;
  }

  /** 国务院令第722号, or 第722号 under a line that ends with 令 or 公告. */
  static @Nullable DocumentNumber order(String words, @Nullable SourceLine above) {
    Matcher order = ORDER.matcher(words);
    if (words.length() > 70 || !order.matches()) {
      return null;
    }
    String series = order.group(1);
    if (series == null && above != null && above.text().length() <= 60) {
      String name = above.compact();
      series = name.endsWith("令") || name.endsWith("公告") || name.endsWith("通告") ? name : null;
    }
    if (series == null || series.indexOf('，') >= 0 || series.indexOf('》') >= 0) {
      return null;
    }
    String year = order.group(2) == null ? "" : order.group(2);
    return new DocumentNumber(series + year + order.group(3), series);
  }

  /** The number in brackets behind a title or in front of it, or null. */
  static @Nullable PrintedNumber titled(String words) {
    Matcher after = AFTER_TITLE.matcher(words);
    if (after.matches() && Titles.isWhole(after.group(1))) {
      return new PrintedNumber(
          DocumentNumber.of(after.group(2), plainYear(after.group(3)), after.group(4)),
          after.group(1));
    }
    Matcher before = BEFORE_TITLE.matcher(words);
    boolean titled =
        before.matches()
            && Titles.isTitle(before.group(4))
            && Titles.opens(before.group(4))
            && "、，和及等的".indexOf(before.group(4).charAt(0)) < 0;
    return titled
        ? new PrintedNumber(
            DocumentNumber.of(before.group(1), plainYear(before.group(2)), before.group(3)),
            before.group(4))
        : null;
  }

  private static String plainYear(String year) {
    return year.replaceAll("[OoＯ]", "0");
  }
}
