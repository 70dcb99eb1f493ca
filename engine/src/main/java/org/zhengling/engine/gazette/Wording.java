package org.zhengling.engine.gazette;

import java.util.regex.Pattern;

/** Shortens the words of a clause to a row of a list. */
final class Wording {
  private static final int ENOUGH = 12;
  private static final int LONGEST = 60;

  private static final Pattern LEAD_UP =
      Pattern.compile("在.*[上下中时]|(?:按照|依照|根据|依据|围绕|遵循|通过|对照).*|坚持以.*");

  private Wording() {}

  /** The heading without a bracket at its end. */
  static String heading(String heading) {
    int open = openOfLast(heading);
    return open > 0 && !bracket(heading).isEmpty() ? heading.substring(0, open) : heading;
  }

  /**
   * The words of the bracket at the end of a heading when they hold a date or units; else empty.
   */
  static String bracket(String heading) {
    int open = openOfLast(heading);
    String words = open < 0 ? "" : heading.substring(open + 1, heading.length() - 1);
    boolean speaks =
        DeadlineReader.stated(words, 1) != null || Attribution.ofHeading(heading) != null;
    return speaks ? words : "";
  }

  /** Whether a heading names a stretch of time and not what is done in it. */
  static boolean namesOnlyTime(String heading) {
    return heading.endsWith("阶段") || (heading.endsWith("期") && heading.length() <= 8);
  }

  /** As many whole phrases from the beginning as a row can hold. */
  static String brief(String text) {
    return brief(text, 0);
  }

  /** As {@link #brief(String)}, but not ending before the given offset where a row can hold it. */
  static String brief(String text, int reach) {
    String words = reach == 0 ? withoutLeadUp(text) : text;
    int end = 0;
    while (end < words.length() && (end < ENOUGH || end <= reach)) {
      int comma = words.indexOf('，', end + 1);
      int next = comma < 0 ? words.length() : comma;
      if (next > LONGEST) {
        break;
      }
      end = next;
    }
    if (end == 0) {
      return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
    return words.substring(0, end);
  }

  /** 在…基础上，…; 按照…，…: what shall be done comes after the first comma. */
  private static String withoutLeadUp(String words) {
    int comma = words.indexOf('，');
    boolean leadsUp = comma > 0 && LEAD_UP.matcher(words.substring(0, comma)).matches();
    return leadsUp ? withoutLeadUp(words.substring(comma + 1)) : words;
  }

  private static int openOfLast(String heading) {
    if (heading.isEmpty() || !Words.closes(heading.charAt(heading.length() - 1))) {
      return -1;
    }
    int depth = 0;
    for (int i = heading.length() - 1; i >= 0; i--) {
      depth += Words.closes(heading.charAt(i)) ? 1 : 0;
      depth -= Words.opens(heading.charAt(i)) ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
