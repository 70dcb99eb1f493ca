package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.OrderedTask.Role;

/**
 * The bracket that names the units of a clause: （牵头单位：…；责任单位：…；完成时限：…）, （某局牵头，某局配合） or （某局、某局）.
 *
 * @param deadlineWords the words after 完成时限：; empty when there are none
 * @param from offset of the opening bracket
 * @param to offset after the closing one
 */
record Attribution(
    List<String> lead,
    List<String> responsible,
    Role role,
    String deadlineWords,
    int from,
    int to) {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:(牵头单位|牵头部门|牵头责任单位|主办单位|主责单位|主要责任单位|第一责任单位|牵头)"
              + "|(责任单位|责任部门|配合单位|配合部门|参加单位|参与单位|协办单位|协助单位|实施单位|责任主体|协同单位|落实单位|承办单位)"
              + "|(牵头领导|责任领导|分管领导|包保领导|责任人|牵头人|联系人|联系领导)"
              + "|(完成时限|完成时间|时限要求|时间要求|时限|时间节点|完成期限))\\s*[：:]");
  private static final Pattern LEADS = Pattern.compile("(?:由)?(.+?)(?:总)?牵头(?:负责|组织|实施|落实)*");
  private static final Pattern OWNS =
      Pattern.compile(
          "(?:由)?(.+?)(?:等)?(?:分别|共同|依|按照?|根据)?(?:各自|有关)?(?:职责|分工|职能)*(?:分工)?(?:分别|共同)?负责(?:落实)?");
  private static final Pattern HELPS =
      Pattern.compile(
          "(.+?)(?:等)?(?:按照?)?(?:各自)?(?:职责)?(?:分工)?(?:积极)?(?:配合|参与|参加|协助|协同|支持)(?:落实)?");

  private static final int LONGEST = 1200;
  private static final Pattern BUREAU = Pattern.compile("(?:局|委|厅|政府|办)$");

  /** The first attribution of a clause's words, or null when they hold none. */
  static @Nullable Attribution find(String text) {
    for (int i = 0; i < text.length(); i++) {
      int close = closing(text, i);
      if (close < 0) {
        continue;
      }
      boolean stands = stands(text, i, close);
      Attribution found = read(text.substring(i + 1, close), stands, i, close + 1);
      if (found != null) {
        return found;
      }
      i = close;
    }
    return unbracketed(text);
  }

  /** The attribution in a bracket of a heading, where a bracket may as well explain a name. */
  static @Nullable Attribution ofHeading(String heading) {
    int open = Math.max(heading.lastIndexOf('（'), heading.lastIndexOf('('));
    Attribution found = open < 0 ? null : find(heading);
    if (found != null || open < 0 || !Words.closes(heading.charAt(heading.length() - 1))) {
      return found;
    }
    String words = heading.substring(open + 1, heading.length() - 1);
    List<String> names = UnitNames.list(words);
    boolean offices = !names.isEmpty() && names.stream().allMatch(UnitNames::isOffice);
    boolean office = names.size() > 1 || BUREAU.matcher(words).find();
    return offices && office
        ? new Attribution(names, List.of(), Role.UNSPECIFIED, "", open, heading.length())
        : null;
  }

  /** Where the bracket that opens here closes, or -1: round ones, and [责任单位：…]. */
  private static int closing(String text, int open) {
    char c = text.charAt(open);
    if (Words.opens(c)) {
      return Words.closing(text, open);
    }
    int kind = "[［【".indexOf(c);
    if (kind < 0) {
      return -1;
    }
    int limit = Math.min(text.length(), open + LONGEST);
    for (int i = open + 1; i < limit; i++) {
      if (text.charAt(i) == "]］】".charAt(kind)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the bracket stands by itself after a sentence. */
  private static boolean stands(String text, int open, int close) {
    boolean begins =
        open == 0 || Words.ends(text.charAt(open - 1)) || text.charAt(open - 1) == '\n';
    boolean ends = close + 1 == text.length() || "。；\n".indexOf(text.charAt(close + 1)) >= 0;
    return begins && ends;
  }

  /** 责任单位：…, as a paragraph or a sentence of its own. */
  private static @Nullable Attribution unbracketed(String text) {
    Matcher label = LABEL.matcher(text);
    boolean labelled = text.indexOf('：') >= 0 || text.indexOf(':') >= 0;
    while (labelled && label.find()) {
      if (label.start() == 0 || "。\n".indexOf(text.charAt(label.start() - 1)) >= 0) {
        int end = text.indexOf('\n', label.end());
        int to = end < 0 ? text.length() : end;
        return labelled(text.substring(label.start(), to), label.start(), to);
      }
    }
    return null;
  }

  private static @Nullable Attribution read(String words, boolean stands, int from, int to) {
    Attribution labelled = labelled(words, from, to);
    if (labelled != null) {
      return labelled;
    }
    Attribution phrased = phrased(words, from, to);
    if (phrased != null) {
      return phrased;
    }
    List<String> names = UnitNames.list(words);
    boolean units = UnitNames.isList(names) && names.stream().anyMatch(UnitNames::isDefinite);
    boolean offices =
        names.size() > 1
            && names.stream()
                .allMatch(name -> UnitNames.isOffice(name) && UnitNames.isDefinite(name));
    boolean bare = units && (stands || offices);
    return bare && Words.compact(words).length() > 2
        ? new Attribution(names, List.of(), Role.UNSPECIFIED, "", from, to)
        : null;
  }

  private static @Nullable Attribution labelled(String words, int from, int to) {
    List<String> lead = new ArrayList<>();
    List<String> responsible = new ArrayList<>();
    String deadline = "";
    Matcher label = LABEL.matcher(words);
    boolean found = label.find();
    if (!found) {
      return null;
    }
    while (found) {
      List<String> names =
          label.group(1) != null ? lead : label.group(2) != null ? responsible : null;
      boolean times = label.group(4) != null;
      int start = label.end();
      found = label.find();
      String value = value(words.substring(start, found ? label.start() : words.length()));
      if (times) {
        deadline = Words.compact(value);
      } else if (names != null) {
        String stated = addNames(value, names);
        deadline = stated.isEmpty() ? deadline : stated;
      }
    }
    if (lead.isEmpty()) {
      return new Attribution(
          responsible,
          List.of(),
          responsible.isEmpty() ? Role.UNNAMED : Role.UNSPECIFIED,
          deadline,
          from,
          to);
    }
    return new Attribution(lead, responsible, Role.LEAD, deadline, from, to);
  }

  /** 甲、乙；各县，2020年底前: takes the names and returns the words of a deadline, if any. */
  private static String addNames(String value, List<String> names) {
    String deadline = "";
    for (String part : UnitNames.split(value, "；;。")) {
      List<String> listed = new ArrayList<>();
      for (String name : UnitNames.list(part)) {
        if (!UnitNames.isUnit(name) && isDeadline(name)) {
          deadline = name;
        } else {
          listed.add(name);
        }
      }
      names.addAll(listed);
    }
    return deadline;
  }

  /** 2020年底前完成, 持续推进: words of a bracket that say when and not who. */
  private static boolean isDeadline(String words) {
    return DeadlineReader.stated(words, 1) != null;
  }

  private static String value(String words) {
    int end = words.length();
    while (end > 0 && "；;，,。 \n　".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.substring(0, end);
  }

  /** 甲牵头，乙、丙配合; 甲、乙分别负责，丙配合. */
  private static @Nullable Attribution phrased(String words, int from, int to) {
    List<String> lead = new ArrayList<>();
    List<String> owners = new ArrayList<>();
    List<String> helpers = new ArrayList<>();
    String deadline = "";
    for (String part : UnitNames.split(Words.compact(words), "，,；;。")) {
      Matcher leads = LEADS.matcher(part);
      Matcher helps = HELPS.matcher(part);
      Matcher owns = OWNS.matcher(part);
      if (leads.matches() && add(leads.group(1), lead)) {
        continue;
      }
      if (owns.matches() && add(owns.group(1), owners)) {
        continue;
      }
      if (helps.matches() && add(helps.group(1), helpers)) {
        continue;
      }
      if (!isDeadline(part)) {
        return null;
      }
      deadline = part;
    }
    if (lead.isEmpty() && owners.isEmpty()) {
      return null;
    }
    if (lead.isEmpty()) {
      return new Attribution(owners, helpers, Role.LEAD, deadline, from, to);
    }
    owners.addAll(helpers);
    return new Attribution(lead, owners, Role.LEAD, deadline, from, to);
  }

  private static boolean add(String words, List<String> names) {
    List<String> found = UnitNames.list(words);
    boolean units = UnitNames.isList(found);
    if (units) {
      names.addAll(found);
    }
    return units;
  }
}
