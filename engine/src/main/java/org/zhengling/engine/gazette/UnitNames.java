package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names of units inside running text, told by their form and never by a list of names. */
final class UnitNames {
  private static final int LONGEST = 30;
  private static final Pattern OFFICE =
      Pattern.compile("(?:局|委|办|厅|部|会|政府|中心|行|联|署|院|社|团|总队|支队|海关|公司|集团)$");
  private static final Pattern ENDING =
      Pattern.compile(
          "(?:局|委|办|厅|部|会|院|室|中心|政府|行|站|队|公司|集团|联|处|组|区|县|市|镇|乡|街道|部门|单位|学校|学院|大学|院校|海关|署"
              + "|社|团|银行|党校|盟|旗|州|省)$");
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?:各级|各有关|各相关|各责任|有关|相关|其他|其它|各部门|各单位|各主管|本|该|全市|全省|上级|所有|每个|一个|主管|用人|任何|我)" + ".*");
  private static final Pattern VERB_FIRST =
      Pattern.compile(
          "(?:加强|推进|完善|支持|鼓励|开展|建立|强化|落实|提高|深化|扩大|发挥|加快|推动|引导|组织|做好|实施|单独|积极|健全|规范|协调|督促).*");
  private static final Pattern LEVEL = Pattern.compile("(?:各)?(?:县|市|省|乡|镇|区)级(?:部门|单位)?");
  private static final Pattern FOREIGN = Pattern.compile("[。，；：、“”《》\\d%]|的|了|是|在|把|将|或|和谐");
  private static final Pattern COUNTIES = Pattern.compile("各?(?:县|市|区|旗)[（(、]?.*");

  private UnitNames() {}

  /** Splits at the delimiters that stand outside brackets; empty parts are left out. */
  static List<String> split(String text, String delimiters) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length();
      char c = end ? ' ' : text.charAt(i);
      depth += Words.opens(c) ? 1 : 0;
      depth -= Words.closes(c) && depth > 0 ? 1 : 0;
      if (end || (depth == 0 && delimiters.indexOf(c) >= 0)) {
        String part = text.substring(from, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = i + 1;
      }
    }
    return parts;
  }

  /** The names in 甲、乙和丙等, each free of blanks and line ends. */
  static List<String> list(String text) {
    List<String> names = new ArrayList<>();
    String words = Words.compact(text);
    String shared = "";
    if (words.endsWith("等部门")) {
      shared = "部门";
      words = words.substring(0, words.length() - 3);
    } else if (words.endsWith("等单位") || words.endsWith("等有关部门") || words.endsWith("等相关部门")) {
      words = words.substring(0, words.lastIndexOf('等'));
    } else if (words.endsWith("等")) {
      words = words.substring(0, words.length() - 1);
    }
    for (String part : split(words, "、，,")) {
      for (String name : splitAnd(part)) {
        names.add(shared.isEmpty() || isUnit(name) ? name : name + shared);
      }
    }
    return names;
  }

  /** Whether every name of a list has the form of a unit. */
  static boolean isList(List<String> names) {
    return !names.isEmpty() && names.stream().allMatch(UnitNames::isUnit);
  }

  static boolean isUnit(String name) {
    String bare = withoutBrackets(name);
    return bare.length() >= 2
        && bare.length() <= LONGEST
        && ENDING.matcher(bare).find()
        && !FOREIGN.matcher(bare).find()
        && !VERB_FIRST.matcher(bare).matches();
  }

  /** Whether the name says which unit, so that a task can be given to it: 有关部门 does not. */
  static boolean isDefinite(String name) {
    String bare = withoutBrackets(name);
    return isUnit(name)
        && !VAGUE.matcher(bare).matches()
        && !LEVEL.matcher(bare).matches()
        && (bare.length() >= 3 || COUNTIES.matcher(name).matches());
  }

  /** Whether the name ends as that of an office does, not merely as that of a place or a room. */
  static boolean isOffice(String name) {
    String bare = withoutBrackets(name);
    boolean counties = bare.startsWith("各") && COUNTIES.matcher(name).matches();
    return isUnit(name) && (OFFICE.matcher(bare).find() || counties);
  }

  private static List<String> splitAnd(String part) {
    for (int i = 1; i < part.length() - 1; i++) {
      boolean joins = "和及与".indexOf(part.charAt(i)) >= 0;
      if (joins && isUnit(part.substring(0, i)) && isUnit(part.substring(i + 1))) {
        List<String> names = new ArrayList<>(List.of(part.substring(0, i)));
        names.addAll(splitAnd(part.substring(i + 1)));
        return names;
      }
    }
    return List.of(part);
  }

  private static String withoutBrackets(String name) {
    StringBuilder bare = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      depth += Words.opens(c) ? 1 : 0;
      if (depth == 0) {
        bare.append(c);
      }
      depth -= Words.closes(c) && depth > 0 ? 1 : 0;
    }
    return bare.toString();
  }
}
