package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.OfficialDocument.Citation;
import org.zhengling.engine.gazette.Reference.Effect;

/**
 * Finds where the clauses of one document point to another document (《…》（…号）, a number or a title
 * alone, a short name given before) or to a clause (第三条第二款, 前款, 附件2), and with what effect.
 */
final class ReferenceReader {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LEAD = 24;
  private static final int WHOLE = 95;
  private static final int UNNUMBERED = 80;
  private static final int CLAUSE = 85;
  private static final int NEAR = 70;

  private static final Pattern LEAD_IN =
      Pattern.compile(
          ".*(?:依据|根据|按照|依照|符合|落实|执行|贯彻|遵照|参照|以及|废止|修改|通知|条例|对|和(?!国)|与|及|的|按|照|由|将|见|原)");
  private static final Pattern ORDER =
      Pattern.compile("([\\u4E00-\\u9FFF]{2,14}令)第?(\\d{1,4})号");
  private static final Pattern ENDED_TITLE =
      Pattern.compile("关于(废止|修改|修订|修正|停止执行|宣布失效)[^《》]{0,20}(?:《([^《》]{2,60})》)?");

  /** 第三条第二款第（一）项; 前款; 本条第一款; 附件2. */
  private static final Pattern TARGET =
      Pattern.compile(
          "(?<![\\d\\u4E00-\\u9FFF]届)第[一二三四五六七八九十百零\\d]{1,6}条(?:之[一二三四五六七八九十])?(?:第[一二三四五六七八九十\\d]{1,3}款)?(?:第?[（(]?[一二三四五六七八九十\\d]{1,3}[）)]?项)?"
              + "|前[一二两三四]?[款条项](?!目)|本条第[一二三四五六七八九十]{1,3}款(?:第?[（(]?[一二三四五六七八九十]{1,3}[）)]?项)?|上[一二两]?款|(?<![\\u4E00-\\u9FFF])本条(?=[规所])"
              + "|第[一二三四五六七八九十\\d]{1,3}款(?:第?[（(]?[一二三四五六七八九十]{1,3}[）)]?项)?|附件\\s?\\d{1,2}|附[件表录](?=所列|规定|要求|执行|[）)])"
              + "|第[一二三四五六七八九十\\d]{1,3}部分|第?[（(][一二三四五六七八九十]{1,3}[）)]项");
  private static final Pattern FOLLOWS =
      Pattern.compile(
          "根据|依据|按照|依照|遵照|参照|遵循|贯彻|落实|执行|符合|对照|以(?=$)|按(?=$)|按省|依(?=$)|遵守|适用");
  private static final Pattern ENDS =
      Pattern.compile("废止|停止执行|失效|不再执行|停止施行|予以撤销|终止执行|不再施行|作废");
  private static final Pattern AMENDS =
      Pattern.compile("修改为|修订为|修改|修订(?!本|版|稿)|改为|删去|删除|增加一[款项条]|调整为|替换|作如下|(?<![的与])修正");
  private static final Pattern CHAIN = Pattern.compile(
          "(?:[，,；;]?(?:以下|下称|下文)?(?:统?简?称)?[：:]?《[^》]{1,30}》[）)])?[、，,和及与以等\\s]*(?:以及|原)?[、，\\s]*");

  private final String ownTitle;
  private final @Nullable Effect wholeEffect;
  private final String amended;
  private final List<Reference> references = new ArrayList<>();
  private final Map<String, Named> aliases = new HashMap<>();
  private final List<Citation> basis = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  ReferenceReader(String ownTitle) {
    this.ownTitle = ownTitle;
    Matcher ending = ENDED_TITLE.matcher(ownTitle);
    boolean found = ending.find();
    this.amended = found && ending.group(2) != null ? ending.group(2) : "";
    this.wholeEffect =
        found ? (ENDS.matcher(ending.group(1)).find() ? Effect.ENDS : Effect.AMENDS) : null;
  }

  /** A document by its title, its number or both. */
  private record Named(String title, String number) {}

  /** A pointing and the characters it takes. */
  private record Pointing(Named document, String target, int from, int to, boolean inside) {}

  List<Reference> read(List<ClauseDraft> clauses) {
    for (ClauseDraft clause : clauses) {
      readWords(clause, clause.openingWords());
      Passage words = clause.words();
      if (words != null) {
        readWords(clause, words);
      }
    }
    return references;
  }

  /** The documents cited, each once, in the order of the text. */
  List<Citation> basis() {
    return basis;
  }

  private void readWords(ClauseDraft clause, Passage words) {
    String text = words.text();
    List<Pointing> found = new Finder(text).find();
    Effect chained = Effect.CITES;
    for (int i = 0; i < found.size(); i++) {
      Pointing pointing = found.get(i);
      int before = i == 0 ? 0 : found.get(i - 1).to();
      int after = i + 1 == found.size() ? text.length() : found.get(i + 1).from();
      boolean chain = i > 0 && CHAIN.matcher(text.substring(before, pointing.from())).matches();
      Effect effect = chain ? chained : effect(text, before, pointing, found, i);
      chained = effect;
      boolean own = pointing.inside() && opensLine(text, pointing.from()) && effect == Effect.CITES;
      if (own) {
        // 第十七条之一　…: the number of a clause and no pointing.
        continue;
      }
      add(clause, words, pointing, effect, after);
    }
  }

  private static boolean opensLine(String text, int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  /** What is done to the document or clause: told by the words around it in its sentence. */
  private Effect effect(
      String text, int before, Pointing pointing, List<Pointing> found, int index) {
    int from = Math.max(sentence(text, pointing.from()), before);
    String lead = text.substring(Math.max(from, pointing.from() - LONGEST_LEAD), pointing.from());
    // A row of titles shares what is said behind its last.
    int last = index;
    while (last + 1 < found.size()
        && CHAIN.matcher(text.substring(found.get(last).to(), found.get(last + 1).from())).matches()) {
      last++;
    }
    int limit = last + 1 < found.size() ? found.get(last + 1).from() : text.length();
    String tail = tail(text, found.get(last).to(), limit);
    Matcher ends = ENDS.matcher(tail);
    Matcher amends = AMENDS.matcher(tail);
    if (ends.find() || ENDS.matcher(phrase(lead)).find()) {
      return Effect.ENDS;
    }
    boolean amending = amends.find() && !FOLLOWS.matcher(lead).find();
    if (amending || AMENDS.matcher(phrase(lead)).find()) {
      return Effect.AMENDS;
    }
    if (FOLLOWS.matcher(lead).find()) {
      return Effect.FOLLOWS;
    }
    return wholeEffect != null && !pointing.inside() && lead.length() < 4
        ? wholeEffect
        : Effect.CITES;
  }

  private static String phrase(String lead) {
    return lead.substring(lead.lastIndexOf('，') + 1);
  }

  private static int sentence(String text, int at) {
    int from = at;
    while (from > 0 && at - from < 3 * LONGEST_LEAD && "。；\n".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return from;
  }

  /** The rest of the phrase, and one more where the first only goes on: 《…》同时废止. */
  private static String tail(String text, int from, int limit) {
    int to = from;
    while (to < Math.min(limit, from + 2 * LONGEST_LEAD) && "。；\n“".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return text.substring(from, to);
  }

  private void add(
      ClauseDraft clause, Passage words, Pointing pointing, Effect effect, int nextFrom) {
    Named named = pointing.document();
    boolean ofAmended = pointing.inside() && effect == Effect.AMENDS && !amended.isEmpty();
    String title = ofAmended ? amended : named.title();
    int to = Math.min(pointing.to(), Math.max(pointing.from() + 1, nextFrom));
    int confidence =
        pointing.inside()
            ? (pointing.target().startsWith("第") ? CLAUSE : NEAR)
            : named.number().isEmpty() ? UNNUMBERED : WHOLE;
    Place place = words.place(pointing.from(), to);
    references.add(
        new Reference(
            clause.path(),
            title,
            named.number(),
            pointing.target(),
            effect,
            closed(Words.tidy(words.text().substring(pointing.from(), to))),
            confidence,
            place));
    String key = named.number().isEmpty() ? named.title() : named.number();
    if (!pointing.inside() && known.add(key)) {
      known.add(named.title());
      basis.add(new Citation(named.title(), named.number(), place));
    }
  }

  /** 《…》（…号，以下简称…）: the words end with the number and its bracket. */
  private static String closed(String words) {
    return Words.openBrackets(words, 0) > 0 ? words + "）" : words;
  }

  /** Goes through the words of one clause from left to right. */
  private final class Finder {
    private final String text;
    private final Matcher numbers;
    private final Matcher orders;
    private final Matcher targets;
    private final List<Pointing> found = new ArrayList<>();

    Finder(String text) {
      this.text = text;
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
      boolean own = number.isEmpty() && ownTitle.contains(title) && wholeEffect == null;
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
  }

  private static String withoutLeadIn(String series) {
    Matcher leadIn = LEAD_IN.matcher(series);
    int cut = leadIn.lookingAt() ? leadIn.end() : 0;
    return series.length() - cut >= 2 ? series.substring(cut) : series;
  }
}
