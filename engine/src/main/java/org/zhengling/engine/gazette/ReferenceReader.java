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
import org.zhengling.engine.gazette.PointingFinder.Named;
import org.zhengling.engine.gazette.PointingFinder.Pointing;
import org.zhengling.engine.gazette.Reference.Effect;

/**
 * Finds where the clauses of one document point to another document (《…》（…号）, a number or a title
 * alone, a short name given before) or to a clause (第三条第二款, 前款, 附件2), and with what effect.
 */
final class ReferenceReader {
  private static final int LONGEST_LEAD = 24;
  private static final int WHOLE = 95;
  private static final int UNNUMBERED = 80;
  private static final int CLAUSE = 85;
  private static final int NEAR = 70;

  private static final Pattern ENDED_TITLE =
      Pattern.compile("关于(废止|修改|修订|修正|停止执行|宣布失效)[^《》]{0,20}(?:《([^《》]{2,60})》)?");

  private static final Pattern FOLLOWS =
      Pattern.compile("根据|依据|按照|依照|遵照|参照|遵循|贯彻|落实|执行|符合|对照|以(?=$)|按(?=$)|按省|依(?=$)|遵守|适用");
  private static final Pattern ENDS = Pattern.compile("废止|停止执行|失效|不再执行|停止施行|予以撤销|终止执行|不再施行|作废");
  private static final Pattern AMENDS =
      Pattern.compile("修改为|修订为|修改|修订(?!本|版|稿)|改为|删去|删除|增加一[款项条]|调整为|替换|作如下|(?<![的与])修正");
  private static final Pattern CHAIN =
      Pattern.compile(
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
    List<Pointing> found = new PointingFinder(text, ownTitle, wholeEffect != null, aliases).find();
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
        && CHAIN
            .matcher(text.substring(found.get(last).to(), found.get(last + 1).from()))
            .matches()) {
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
}
