package org.zhengling.engine.gazette;

import java.util.List;
import java.util.regex.Pattern;

/**
 * To whom a document is addressed: a row of bodies that ends with a colon and may run over several
 * lines.
 *
 * @param end index of the line after them; where none are named, the one they could have begun with
 */
record Addressees(List<String> names, int end) {
  private static final int MOST_LINES = 5;
  private static final int LONGEST = 500;
  private static final Pattern ANNOUNCES =
      Pattern.compile(".*(?:如下|决定|规定|通知|公告|公布|解释|要求|批复|情形之一|通告|命令)");

  static Addressees read(List<SourceLine> lines, int from) {
    Addressees none = new Addressees(List.of(), from);
    StringBuilder words = new StringBuilder();
    for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
      String text = lines.get(i).text();
      boolean prose = text.indexOf('。') >= 0 || Marker.at(text, 0) != null;
      if (prose || words.length() > LONGEST || LineShape.annexList(lines.get(i)) != null) {
        return none;
      }
      words.append(text);
      if (text.endsWith("：") || text.endsWith(":")) {
        String all = Words.tidy(words.substring(0, words.length() - 1));
        // 某会议决定： announces what follows and addresses nobody.
        return ANNOUNCES.matcher(all).matches()
            ? none
            : new Addressees(UnitNames.split(all, "，,；;"), i + 1);
      }
    }
    return none;
  }
}
