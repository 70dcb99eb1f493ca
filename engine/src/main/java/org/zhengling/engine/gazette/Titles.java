package org.zhengling.engine.gazette;

import java.util.List;

/** The titles of official documents: 某机关关于某事的通知. */
final class Titles {
  private static final List<String> KINDS =
      List.of(
          "通知", "意见", "方案", "办法", "规定", "决定", "决议", "命令", "公告", "通告", "公报", "议案", "请示", "报告", "批复",
          "函", "纪要", "条例", "细则", "规则", "规划", "计划", "通报", "规程", "标准", "清单", "要点", "措施", "令");
  private static final List<String> ISSUER_ENDS =
      List.of(
          "政府", "办公室", "办公厅", "委员会", "局", "厅", "部", "院", "委", "会", "署", "办", "党委", "市委", "省委", "县委",
          "区委");

  private Titles() {}

  /** Whether the words end as the title of a document does. */
  static boolean isTitle(String words) {
    String bare = withoutBracket(words);
    return bare.length() > 3 && bare.length() <= 160 && KINDS.stream().anyMatch(bare::endsWith);
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
    if (head.endsWith("转发") || head.endsWith("批转")) {
      head = head.substring(0, head.length() - 2);
    }
    return isIssuer(head) ? head : "";
  }

  /** Whether the words can be the name of an issuing body. */
  static boolean isIssuer(String words) {
    return words.length() >= 3
        && words.length() <= 60
        && ISSUER_ENDS.stream().anyMatch(words::endsWith);
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
