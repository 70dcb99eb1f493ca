package org.zhengling.engine.gazette;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClausePath.Kind;

/**
 * A clause whose words are being read for what they order.
 *
 * @param text its own words, commas in full width; its heading where it has no others
 * @param words the same words in their places; absent where the heading stands in
 * @param attribution the units named by its own bracket or by the one above it
 * @param sentences the sentences of {@code text} before the bracket
 */
record ReadClause(
    ClauseDraft clause,
    String text,
    @Nullable Passage words,
    @Nullable Attribution attribution,
    List<Duty> sentences) {

  /** Where the duty stands, or the clause where there is no duty. */
  Place place(@Nullable Duty duty) {
    return duty == null || words == null
        ? clause.clause().place()
        : words.slice(duty.from(), duty.to()).place();
  }

  /** Whoever is named by the first sentence, or outright by the second, speaks for the clause. */
  @Nullable Subject subject() {
    Subject first = sentences.isEmpty() ? null : subject(sentences.getFirst());
    if (first != null || sentences.size() < 2) {
      return first;
    }
    Duty second = sentences.get(1);
    String words = second.words(text);
    Subject later = Subject.isClear(words) && Subject.led(words) == null ? Subject.of(words) : null;
    return later == null
        ? null
        : new Subject(later.lead(), later.responsible(), later.confidence() - 10, later.after());
  }

  /** Who is named by one duty. */
  @Nullable Subject subject(Duty duty) {
    // 某室每半年…: with its deadline the sentence shows best where the name of the unit ends.
    Subject subject = Subject.of(clean(text.substring(duty.from(), duty.to())));
    if (subject != null || duty.deadline() == null) {
      return subject;
    }
    return Subject.ofDuty(clean(duty.words(text)));
  }

  private static String clean(String words) {
    String text = words.strip();
    return text.startsWith("，") ? text.substring(1) : text;
  }

  /**
   * What shall be done, as a row of a list; {@code title} stands in where the clause has no words.
   */
  String wording(@Nullable Duty duty, @Nullable FoundDeadline deadline, String title) {
    String heading = Wording.heading(clause.heading());
    if (duty != null) {
      String brief = duty.brief(text);
      // 到2022年，某校每年…: what comes before the second deadline may be the first one alone.
      if (!brief.isBlank()) {
        return brief;
      }
      return heading.isEmpty() ? Wording.brief(title) : heading;
    }
    if (clause.kind() == Kind.BODY || (heading.isEmpty() && sentences.isEmpty())) {
      return Wording.brief(title);
    }
    if (heading.isEmpty()) {
      return sentences.getFirst().brief(text);
    }
    boolean tells = !Purpose.isStated(clause) && !Wording.namesOnlyTime(heading);
    if (tells || sentences.isEmpty()) {
      return heading;
    }
    // 准备阶段, 工作目标: a heading that does not say what shall be done.
    List<Duty> dated =
        deadline == null || deadline.from() < 0
            ? List.of()
            : Duty.dated(text, sentences, List.of(deadline));
    Duty first = dated.isEmpty() ? sentences.getFirst() : dated.getFirst();
    return heading + "：" + first.brief(text);
  }
}
