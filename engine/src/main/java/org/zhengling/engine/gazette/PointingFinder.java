package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the words of one clause point, from left to right. */
final class PointingFinder {
  private static final int LONGEST_TITLE = 200;
  private static final Pattern LEAD_IN =
      Pattern.compile(
          ".*(?:依据|根据|按照|依照|符合|落实|执行|贯彻|遵照|参照|以及|废止|修改|通知|条例|对|和(?!国)|与|及|的|按|照|由|将|见|原)");
  private static final Pattern ORDER = Pattern.compile("([\\u4E00-\\u9FFF]{2,14}令)第?(\\d{1,4})号");

  /** 第三条第二款第（一）项; 前款; 本条第一款; 附件2. */
  private static final Pattern TARGET =
      Pattern.compile(
          "(?<![\\d\\u4E00-\\u9FFF]届)第[一二三四五六七八九十百零\\d]{1,6}条(?:之[一二三四五六七八九十])?(?:第[一二三四五六七八九十\\d]{1,3}款)?(?:第?[（(]?[一二三四五六七八九十\\d]{1,3}[）)]?项)?"
              + "|前[一二两三四]?[款条项](?!目)|本条第[一二三四五六七八九十]{1,3}款(?:第?[（(]?[一二三四五六七八九十]{1,3}[）)]?项)?|上[一二两]?款|(?<![\\u4E00-\\u9FFF])本条(?=[规所])"
              + "|第[一二三四五六七八九十\\d]{1,3}款(?:第?[（(]?[一二三四五六七八九十]{1,3}[）)]?项)?|附件\\s?\\d{1,2}|附[件表录](?=所列|规定|要求|执行|[）)])"
              + "|第[一二三四五六七八九十\\d]{1,3}部分|第?[（(][一二三四五六七八九十]{1,3}[）)]项");

  /** A document by its title, its number or both. */
  record Named(String title, String number) {}

  /** A pointing and the characters it takes. */
  record Pointing(Named document, String target, int from, int to, boolean inside) {}

  private final String text;
  private final String ownTitle;
  private final boolean ownIsMeant;
  private final Map<String, Named> aliases;
  private final Matcher numbers;
  private final Matcher orders;
  private final Matcher targets;
  private final List<Pointing> found = new ArrayList<>();

  /**
   * @param ownIsMeant whether the document ends or changes the one its title names
   * @param aliases short names given so far, to which more are added
   */
  PointingFinder(String text, String ownTitle, boolean ownIsMeant, Map<String, Named> aliases) {
    this.text = text;
    this.ownTitle = ownTitle;
    this.ownIsMeant = ownIsMeant;
    this.aliases = aliases;
    this.numbers = DocumentNumber.inText(text);
    this.orders = ORDER.matcher(text);
    this.targets = TARGET.matcher(text);
  }

  List<Pointing> find() {
    boolean holdsNumbers = "〔[［【".chars().anyMatch(c -> text.indexOf(c) >= 0);
    boolean number = holdsNumbers && numbers.find();
    boolean order = text.contains("令") && orders.find();
    boolean target = targets.find();
    int at = 0;
    int title = -1;
    while (at < text.length()) {
      if (title < at) {
        int open = text.indexOf('《', at);
        title = open < 0 ? text.length() : open;
      }
      number = number && advance(numbers, at);
      order = order && advance(orders, at);
      target = target && advance(targets, at);
      int numberAt = number ? Math.max(at, numbers.start()) : text.length();
      int orderAt = order ? Math.max(at, orders.start()) : text.length();
      int targetAt = target ? Math.max(at, targets.start()) : text.length();
      int next = Math.min(Math.min(title, numberAt), Math.min(orderAt, targetAt));
      if (next == text.length()) {
        break;
      }
      if (next == title) {
        at = title(title);
      } else if (next == numberAt) {
        at = number(at);
      } else if (next == orderAt) {
        at = order(at);
      } else {
        at = targets.end();
        found.add(
            new Pointing(
                new Named("", ""), Words.compact(targets.group()), targets.start(), at, true));
      }
    }
    return found;
  }

  private static boolean advance(Matcher matcher, int at) {
    boolean more = true;
    while (more && matcher.end() <= at) {
      more = matcher.find();
    }
    return more;
  }

  private int order(int at) {
    String body = series(Math.max(at, orders.start(1)), orders.end(1));
    String full = body + "第" + orders.group(2) + "号";
    return point(new Named("", full), orders.end(1) - body.length(), orders.end());
  }

  /** The words before a number that belong to it: 2018年3月19日国务院令第697号. */
  private String series(int from, int to) {
    boolean dated = from > 0 && from < to && Character.isDigit(text.charAt(from - 1));
    String words = text.substring(dated ? from + 1 : Math.min(from, to), to);
    return withoutLeadIn(words);
  }

  private int number(int at) {
    String series = series(Math.max(at, numbers.start(1)), numbers.end(1));
    String full = DocumentNumber.of(series, numbers.group(2), numbers.group(3)).full();
    int from = numbers.end(1) - series.length();
    return point(new Named("", full), from, numbers.end());
  }

  /** Returns the offset after the title and what belongs to it. */
  private int title(int open) {
    int close = closing(open);
    if (close < 0) {
      return open + 1;
    }
    String title = Words.tidy(text.substring(open + 1, close));
    if (text.startsWith("简称", open - 2) || text.startsWith("简称：", open - 3)) {
      if (!found.isEmpty()) {
        aliases.put(title, found.getLast().document());
      }
      return close + 1;
    }
    int end = close + 1;
    String number = "";
    if (end < text.length() && Words.opens(text.charAt(end))) {
      int bracket = Words.closing(text, end);
      if (bracket > 0) {
        String inside = text.substring(end, bracket);
        Matcher matcher = DocumentNumber.inText(inside);
        Matcher order = ORDER.matcher(inside);
        if (matcher.find()) {
          number = DocumentNumber.of(matcher.group(1), matcher.group(2), matcher.group(3)).full();
          end = end + matcher.end();
        } else if (order.find()) {
          number = order.group(1) + "第" + order.group(2) + "号";
          end = end + order.end();
        }
        end += end < text.length() && Words.closes(text.charAt(end)) ? 1 : 0;
      }
    }
    Named alias = aliases.get(title);
    if (alias != null) {
      return point(alias, open, end);
    }
    boolean cited = !number.isEmpty() || Titles.isTitle(title) || title.endsWith("法");
    boolean own = number.isEmpty() && ownTitle.contains(title) && !ownIsMeant;
    return cited && !own ? point(new Named(title, number), open, end) : end;
  }

  /** 《…办法》第五条: the clause pointed to follows its document. */
  private int point(Named named, int from, int to) {
    int at = to;
    while (at < text.length() && at - to < 2 && "的》）)".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    Matcher target = TARGET.matcher(text).region(at, text.length());
    boolean follows = target.lookingAt() && target.group().startsWith("第");
    int end = follows ? target.end() : to;
    String clause = follows ? Words.compact(target.group()) : "";
    found.add(new Pointing(named, clause, from, end, false));
    return end;
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < Math.min(text.length(), open + LONGEST_TITLE); i++) {
      depth += text.charAt(i) == '《' ? 1 : 0;
      depth -= text.charAt(i) == '》' ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String withoutLeadIn(String series) {
    Matcher leadIn = LEAD_IN.matcher(series);
    int cut = leadIn.lookingAt() ? leadIn.end() : 0;
    return series.length() - cut >= 2 ? series.substring(cut) : series;
  }
}
