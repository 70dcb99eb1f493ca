package org.zhengling.engine.gazette;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an official document (发文字号), always written 甲政字〔2020〕53号.
 *
 * @param series the number without year and count, 甲政字
 */
record DocumentNumber(String full, String series) {
  private static final Pattern IN_TEXT =
      Pattern.compile("([\\u4E00-\\u9FFF]{2,14})[〔\\[［【﹝（(](\\d{4})[〕\\]］】﹞）)]第?(\\d{1,5})号");

  static DocumentNumber of(String series, String year, String count) {
    return new DocumentNumber(series + "〔" + year + "〕" + count + "号", series);
  }

  /** A matcher for numbers inside running text; groups are series, year and count. */
  static Matcher inText(String text) {
    return IN_TEXT.matcher(text);
  }
}
