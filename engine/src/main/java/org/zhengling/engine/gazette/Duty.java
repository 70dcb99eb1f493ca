package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a clause asks for with its own date or its own unit.
 *
 * @param from offset of its first word in the words of the clause
 * @param to offset after its last
 */
record Duty(int from, int to, @Nullable FoundDeadline deadline) {
  private static final int LONGEST_LEAD_UP = 45;

  /** 力争到2022年，…: the comma belongs to the date. */
  private static final int LONGEST_MODAL = 2;

  /** The sentences of a text as duties without a deadline. */
  static List<Duty> sentences(String text, int end) {
    List<Duty> sentences = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= end; i++) {
      char c = i == end ? '\n' : text.charAt(i);
      depth += Words.opens(c) ? 1 : 0;
      depth -= Words.closes(c) && depth > 0 ? 1 : 0;
      boolean stop = c == '\n' || (depth == 0 && (c == '。' || c == '；'));
      if (stop) {
        if (i > from) {
          sentences.add(new Duty(from, i, null));
        }
        from = i + 1;
      }
    }
    return sentences;
  }

  /**
   * One duty for each deadline: the first of a sentence takes the sentence from its beginning, each
   * later one begins at its own comma.
   */
  static List<Duty> dated(String text, List<Duty> sentences, List<FoundDeadline> deadlines) {
    List<Duty> duties = new ArrayList<>();
    int next = 0;
    for (Duty sentence : sentences) {
      int from = sentence.from();
      if (next < deadlines.size() && deadlines.get(next).from() < sentence.to()) {
        from = ownPhrase(text, from, deadlines.get(next).from());
      }
      while (next < deadlines.size() && deadlines.get(next).from() < sentence.to()) {
        FoundDeadline deadline = deadlines.get(next++);
        int to = sentence.to();
        if (next < deadlines.size() && deadlines.get(next).from() < sentence.to()) {
          to = lastComma(text, deadline.to(), deadlines.get(next).from());
        }
        if (to > from) {
          duties.add(new Duty(from, to, deadline));
          from = Math.min(to + 1, sentence.to());
        }
      }
    }
    return duties;
  }

  /** Where 某督查室每半年… begins: at its own comma when a unit stands right before the deadline. */
  private static int ownPhrase(String text, int from, int deadline) {
    int comma = text.lastIndexOf('，', deadline);
    boolean unit =
        comma > from && UnitNames.isList(UnitNames.list(text.substring(comma + 1, deadline)));
    return unit ? comma + 1 : from;
  }

  /** The last comma before {@code to}, or {@code from} when two deadlines share one phrase. */
  private static int lastComma(String text, int from, int to) {
    for (int i = to; i >= from; i--) {
      if (text.charAt(i) == '，') {
        return i;
      }
    }
    return 0;
  }

  /** Its words without the words of its deadline. */
  String words(String text) {
    FoundDeadline own = deadline;
    if (own == null || own.from() < from || own.to() > to) {
      return text.substring(from, to);
    }
    String before = text.substring(from, own.from());
    String after = text.substring(own.to(), to);
    boolean doubled =
        before.length() - before.lastIndexOf('，') - 1 <= LONGEST_MODAL && after.startsWith("，");
    return before + (doubled ? after.substring(1) : after);
  }

  /**
   * A row of a list: what is to be done by the deadline, without the phrases that lead up to it.
   */
  String brief(String text) {
    FoundDeadline own = deadline;
    if (own == null || own.from() < from || own.to() > to) {
      return Wording.brief(clean(text.substring(from, to)));
    }
    String before = text.substring(from, own.from());
    if (before.endsWith("在") || before.endsWith("于")) {
      before = before.substring(0, before.length() - 1);
    }
    int comma = before.lastIndexOf('，');
    boolean opensPhrase = comma == before.length() - 1;
    if (comma >= 0 && (!opensPhrase || before.length() > LONGEST_LEAD_UP)) {
      before = opensPhrase ? "" : before.substring(comma + 1);
    }
    String after = text.substring(own.to(), to);
    int lastPhrase = before.length() - before.lastIndexOf('，') - 1;
    if (lastPhrase <= LONGEST_MODAL) {
      after = clean(after);
    }
    return Wording.brief(Words.tidy(before + after), Words.tidy(before).length());
  }

  private static String clean(String text) {
    String words = Words.tidy(text);
    int start = 0;
    while (start < words.length() && "，、；。：".indexOf(words.charAt(start)) >= 0) {
      start++;
    }
    return words.substring(start);
  }
}
