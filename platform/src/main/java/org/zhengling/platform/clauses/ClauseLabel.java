package org.zhengling.platform.clauses;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a page shortens a clause: 〔53号 二(三)7〕, and 〔办53号 …〕 for the series of a government office, so
 * that two documents with the same count stay apart.
 */
public final class ClauseLabel {
  private static final Pattern NUMBER = Pattern.compile("(\\D+)〔\\d{4}〕(\\d+号)");

  private ClauseLabel() {}

  /** The document alone: 53号 or 办53号; numbers of another form are not shortened. */
  public static String document(String number) {
    Matcher matcher = NUMBER.matcher(number);
    if (!matcher.matches()) {
      return number;
    }
    return (matcher.group(1).contains("办") ? "办" : "") + matcher.group(2);
  }

  public static String of(String number, String path) {
    return "〔" + document(number) + " " + path + "〕";
  }
}
