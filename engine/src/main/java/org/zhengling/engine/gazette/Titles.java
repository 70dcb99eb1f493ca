package org.zhengling.engine.gazette;

import java.util.List;
import java.util.regex.Pattern;

/** The titles of official documents: 某机关关于某事的通知. */
final class Titles {
  private static final List<String> KINDS =
      List.of(
          "通知", "意见", "方案", "办法", "规定", "决定", "决议", "命令", "公告", "通告", "公报", "议案", "请示", "报告", "批复",
          "函", "纪要", "条例", "细则", "规则", "规划", "计划", "通报", "规程", "标准", "清单", "要点", "措施", "令", "解释",
          "法", "修正案", "纲要", "预案", "章程", "规范", "制度", "指引", "指南", "守则", "准则", "大纲", "通则", "目录", "名录",
          "名单", "公约", "建议", "答复", "政策", "举措", "倡议书", "须知", "分工", "总结", "任务书", "行动");
  private static final List<String> UNIT_GROUPS =
      List.of("部门", "团体", "单位", "党派", "机关", "机构", "工商联", "各县", "法院", "政协", "人大");
  private static final List<String> PRINTERS =
      List.of("印发", "转发", "批转", "公布", "发布", "颁发", "颁布", "下发");
  private static final List<String> ISSUER_ENDS =
      List.of(
          "政府", "办公室", "办公厅", "委员会", "局", "厅", "部", "院", "委", "会", "署", "办", "党委", "市委", "省委", "县委",
          "区委", "总局", "法院", "检察院", "总署", "总会", "联合会", "银行", "集团", "中心", "指挥部", "领导小组", "管理处", "公司",
          "所", "站", "大队", "支队", "总队", "军区", "常委会", "人大", "政协", "工会", "协会", "学会");
  private static final Pattern PERSON =
      Pattern.compile(
          "(?:.{0,20})(?:总理|主席|省长|市长|县长|区长|州长|镇长|乡长|局长|主任|部长|厅长|署长|行长|院长|检察长|会长|盟长|旗长)[：:]?.{2,5}");

  private Titles() {}

  /** Whether the words end as the title of a document does. */
  static boolean isTitle(String words) {
    String bare = withoutBracket(words);
    return bare.length() >= 3 && bare.length() <= 160 && KINDS.stream().anyMatch(bare::endsWith);
  }

  /**
   * Whether a title may end here: what is printed or forwarded is named before the kind of the
   * notice, 某机关关于…的 before the kind, and every bracket is closed.
   */
  static boolean isWhole(String words) {
    if (!isTitle(words) || isCover(words) || !isClosed(words)) {
      return false;
    }
    String bare = withoutBooks(withoutBracket(words));
    boolean prints = PRINTERS.stream().anyMatch(bare::contains);
    String kind = kind(words);
    if (prints && bare.contains("关于")) {
      return kind.equals("通知") || bare.endsWith("的" + kind);
    }
    int about = bare.indexOf("关于");
    return about < 0 || bare.indexOf('的', about) > 0;
  }

  /** 某市人民政府文件, 某市人民政府令: the words above a number, which are no title. */
  static boolean isCover(String words) {
    if (words.endsWith("文件")) {
      return words.indexOf('于') < 0;
    }
    for (String kind : List.of("令", "通知", "公告", "通告", "函", "命令")) {
      if (words.endsWith(kind)) {
        String unit = words.substring(0, words.length() - kind.length());
        return unit.isEmpty() || isIssuer(unit);
      }
    }
    return false;
  }

  /** Whether a title can begin with these words: 某机关…, 关于…, 印发…. */
  static boolean opens(String words) {
    return words.contains("关于") || words.contains("印发") || words.contains("转发") || isTitle(words);
  }

  private static boolean isClosed(String words) {
    int depth = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      depth += "《〈“（(".indexOf(c) >= 0 ? 1 : 0;
      depth -= "》〉”）)".indexOf(c) >= 0 ? 1 : 0;
    }
    return depth == 0;
  }

  private static String withoutBooks(String words) {
    return words.replaceAll("《[^《》]*》", "");
  }

  /** 省长 张三, 总理 李四: who signs an order. */
  static boolean isPerson(String words) {
    return words.length() <= 26 && PERSON.matcher(words).matches();
  }

  /** 通知, 意见, …: the last such word of the title; empty when there is none. */
  static String kind(String title) {
    String bare = withoutBracket(title);
    String found = "";
    int at = -1;
    for (String kind : KINDS) {
      int last = bare.lastIndexOf(kind);
      if (last + kind.length() > at && last >= 0) {
        at = last + kind.length();
        found = kind;
      }
    }
    return found;
  }

  /** 某市人民政府 in 某市人民政府关于…的通知; empty when the title names no issuer. */
  static String issuer(String title) {
    int end = title.indexOf("关于");
    int print = title.indexOf("印发");
    if (end < 0 || (print >= 0 && print < end)) {
      end = print;
    }
    String head = end < 0 ? "" : title.substring(0, end);
    for (String forwards : List.of("转发", "批转")) {
      int forwarded = head.indexOf(forwards);
      head = forwarded < 0 ? head : head.substring(0, forwarded);
    }
    return isIssuer(head) ? head : "";
  }

  /** Whether the words can be the name of an issuing body. */
  static boolean isIssuer(String words) {
    return words.length() >= 3
        && words.length() <= 60
        && !words.contains("关于")
        && !words.contains("印发")
        && ISSUER_ENDS.stream().anyMatch(words::endsWith);
  }

  /** 市人大常委会，市政协，各民主党派。: a row of bodies and nothing else. */
  static boolean namesUnits(String words) {
    if (words.length() > 120) {
      return false;
    }
    for (String unit : words.split("[，,、；;。]", -1)) {
      boolean named =
          unit.isEmpty()
              || isIssuer(unit)
              || UNIT_GROUPS.stream().anyMatch(unit::endsWith)
              || unit.startsWith("各");
      if (!named || unit.length() > 30) {
        return false;
      }
    }
    return true;
  }

  private static String withoutBracket(String words) {
    int end = words.length();
    if (end > 0 && Words.closes(words.charAt(end - 1))) {
      int open = Math.max(words.lastIndexOf('（'), words.lastIndexOf('('));
      return open > 0 ? words.substring(0, open) : words;
    }
    return words;
  }
}
