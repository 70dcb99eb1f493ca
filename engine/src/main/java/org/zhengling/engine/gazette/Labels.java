package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The labelled values that a web page or a file puts above a document: 索引号：…, one or several on a
 * line, with the value behind the label or on the next line, in a table or in a block of front
 * matter.
 */
final class Labels {
  private static final int LONGEST = 300;
  private static final int MOST_FRONT_LINES = 60;
  private static final String KEY =
      "索引号|信息索引号|索取号|主题分类|主题词|组配分类|信息分类|分类|体裁分类|服务对象分类|备注/文号|公文生成日期|颁布日期|颁布单位|颁布时间|发布文号|题目|发文机关|发文机构|发文单位|制发单位|公文种类|文种|文件类型|信息类别|公文主题|公文编号|题名|责任人|审核人|录入人|录入|语种|密级|收藏|字数|发文部门|制发机关|制定机关|发布机构|"
          + "发布机关|发布单位|公开主体|公开责任部门|责任部门|信息来源|文章来源|文件来源|来源|作者|公开目录|公开属性|公开方式|公开范围|公开时限|"
          + "公开日期|公开形式|成文日期|成文时间|签发日期|发文日期|发文时间|发布日期|发布时间|公布日期|生成日期|印发日期|生效日期|生效时间|实施日期|"
          + "施行日期|废止日期|废止时间|失效日期|失效时间|有效期|有效性|时效性|时效|效力状态|状态|标题|名称|信息名称|文件名称|文件标题|发文字号|"
          + "发文文号|发文号|公文文号|文件编号|文件文号|文号|字号|统一编号|统一登记号|规范性文件编号|登记号|体裁|关键词|关键字|内容概述|内容摘要|"
          + "摘要|概述|浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击数|点击量|点击|访问次数|访问量|编辑|字体大小|字体|日期|时间|法律效力位阶|效力级别|"
          + "title|date|number|author|tags|url|source|category|categories|doc_number|issuer|publish_date|description|layout";
  private static final Pattern LABEL = Pattern.compile("(" + KEY + ")[：:]");
  private static final Pattern OPENING =
      Pattern.compile("(?:[【\\[•·●*]|尚未生效|已废止|已失效|现行有效|全文有效|有效|部分失效)?(?:" + KEY + ")[】\\]]?[：:].*");
  private static final Pattern CELLS =
      Pattern.compile("[|｜](" + KEY + ")[：:]?[|｜]([^|｜]*)(?:[|｜].*)?");
  private static final Pattern CELL = Pattern.compile("(?:" + KEY + ")[：:]?");
  private static final Pattern BETWEEN_CELLS = Pattern.compile("[|｜\\t]");
  private static final Pattern REGISTRY_CODE =
      Pattern.compile("[A-Z]{2,8}[-—–]?\\d{2,4}[-—–]\\d{3,8}");
  private static final Pattern STANDING =
      Pattern.compile(
          "000\\d{3}|现行有效|有效|已废止|已失效|尚未生效|特急|加急|特提|平急|急件|(?:绝密|机密|秘密).{0,8}|签发人[：:].{0,30}");

  private final Map<String, String> values = new LinkedHashMap<>();

  /** Whether the line holds labels and nothing else. */
  static boolean isLabel(SourceLine line) {
    String text = line.text();
    if (text.length() > LONGEST) {
      return false;
    }
    String words = line.compact();
    boolean colon = text.indexOf('：') > 0 || text.indexOf(':') > 0;
    char first = words.charAt(0);
    return (colon && OPENING.matcher(words).matches())
        || ((first == '|' || first == '｜') && CELLS.matcher(words).matches())
        || isRow(text)
        || (first <= 'Z' && REGISTRY_CODE.matcher(words).matches())
        || (words.length() <= 40 && STANDING.matcher(words).matches());
  }

  /** Takes the labels at {@code at}, with a value on the next line; returns the next index. */
  int take(List<SourceLine> lines, int at) {
    String words = lines.get(at).compact();
    if (CELLS.matcher(words).matches() || isRow(lines.get(at).text())) {
      takeRow(lines.get(at).text());
      return at + 1;
    }
    List<int[]> found = new ArrayList<>();
    Matcher label = LABEL.matcher(words);
    while (label.find()) {
      found.add(new int[] {label.start(1), label.end(1), label.end()});
    }
    String last = "";
    for (int i = 0; i < found.size(); i++) {
      int[] one = found.get(i);
      int end = i + 1 < found.size() ? found.get(i + 1)[0] : words.length();
      last = words.substring(one[0], one[1]);
      put(last, words.substring(one[2], end));
    }
    String value = values.getOrDefault(last, "");
    if (last.endsWith("标题") && !value.isEmpty() && !Titles.isWhole(value)) {
      for (int i = at + 1; i < Math.min(lines.size(), at + 4) && !isLabel(lines.get(i)); i++) {
        value += lines.get(i).compact();
        if (Titles.isWhole(value)) {
          values.put(last, value);
          return i + 1;
        }
      }
    }
    boolean open = !found.isEmpty() && found.getLast()[2] == words.length();
    if (open && at + 1 < lines.size() && isValue(last, lines, at + 1)) {
      put(last, lines.get(at + 1).compact());
      return at + 2;
    }
    return at + 1;
  }

  /** 发文机关 and its value in cells that tabs keep apart: the row of a table of labels. */
  private static boolean isRow(String text) {
    if (text.indexOf('\t') < 0) {
      return false;
    }
    List<String> cells = cells(text);
    String first = cells.getFirst();
    boolean telling = first.length() >= 3 || first.startsWith("文号");
    return telling && cells.size() > 1 && cells.size() <= 8 && CELL.matcher(first).matches();
  }

  private void takeRow(String text) {
    List<String> cells = cells(text);
    int at = 0;
    while (at + 1 < cells.size()) {
      boolean label = CELL.matcher(cells.get(at)).matches();
      boolean empty = CELL.matcher(cells.get(at + 1)).matches();
      if (label && !empty) {
        String key = cells.get(at);
        boolean colon = key.endsWith("：") || key.endsWith(":");
        put(colon ? key.substring(0, key.length() - 1) : key, cells.get(at + 1));
      }
      at += label && !empty ? 2 : 1;
    }
  }

  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    for (String cell : BETWEEN_CELLS.split(text, -1)) {
      String words = Words.plainDigits(Words.compact(cell));
      if (!words.isEmpty() || !cells.isEmpty()) {
        cells.add(words);
      }
    }
    return cells;
  }

  /**
   * A value stands alone on the next line when another label follows it or when it looks like one.
   */
  private static boolean isValue(String key, List<SourceLine> lines, int at) {
    SourceLine line = lines.get(at);
    if (isLabel(line) || line.text().length() > LONGEST) {
      return false;
    }
    String words = line.compact();
    boolean followed = at + 1 < lines.size() && isLabel(lines.get(at + 1));
    boolean shaped =
        switch (key) {
          case "索引号", "信息索引号", "索取号" -> words.matches("[-0-9A-Za-z/_.()（）]+");
          case "标题", "名称", "信息名称", "文件名称", "文件标题" -> Titles.isTitle(words);
          default ->
              key.endsWith("号")
                  ? PrintedNumber.alone(words) != null
                  : key.endsWith("日期") && Dates.labelled(words) != null;
        };
    return followed || shaped;
  }

  private void put(String key, String value) {
    String bare = value.replaceAll("^[\"'“”]|[\"'“”]$", "");
    if (!bare.isEmpty()) {
      values.putIfAbsent(key.substring(key.indexOf('/') + 1), bare);
    }
  }

  /** The first value that one of these labels has, or null. */
  @Nullable String first(String... keys) {
    for (String key : keys) {
      String value = values.get(key);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** How many lines at the beginning are front matter, between two rules; 0 when there is none. */
  static int frontMatter(List<SourceLine> lines) {
    if (lines.isEmpty() || !lines.getFirst().text().equals("---")) {
      return 0;
    }
    int labels = 0;
    for (int i = 1; i < Math.min(lines.size(), MOST_FRONT_LINES); i++) {
      if (lines.get(i).text().equals("---")) {
        return labels > 0 ? i + 1 : 0;
      }
      labels += isLabel(lines.get(i)) ? 1 : 0;
    }
    return 0;
  }
}
