package org.zhengling.engine.gazette;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zhengling.engine.gazette.FigureSentence.Figure;
import org.zhengling.engine.gazette.Indicator.Comparator;
import org.zhengling.engine.gazette.Quantity.Bound;

/** 实现管护全覆盖: a goal of a hundred in a hundred that is said without a figure. */
final class FullCoverage {
  private static final String WORDS = "全覆盖";
  private static final int CONFIDENCE = 75;
  private static final int WIDEST = 60;

  /** 全覆盖检查, 全覆盖的体系 is a manner of doing, not a goal. */
  private static final Pattern GOES_ON = Pattern.compile("[的式]|[^，。；、！？）)\\n和并及]");

  private static final Pattern REACHED =
      Pattern.compile("实现|达到|做到|完成|确保|推动|推进|力争|基本|争取|率先|全面|逐步|努力");

  private FullCoverage() {}

  /** The goals of one sentence that say 全覆盖, in their order. */
  static List<Figure> read(Passage words, String text, Duty sentence, FigureDays days) {
    List<Figure> figures = new ArrayList<>();
    int at = text.indexOf(WORDS, sentence.from());
    while (at >= 0 && at + WORDS.length() <= sentence.to()) {
      int end = at + WORDS.length();
      int start = Math.max(phrase(text, sentence.from(), at), days.endBefore(at));
      String lead = text.substring(start, at);
      String name = FigureWords.measured(lead);
      boolean last =
          end >= sentence.to() || !GOES_ON.matcher(text).region(end, text.length()).lookingAt();
      boolean reached = REACHED.matcher(lead).find() || days.isGoal(sentence, at);
      if (last && reached && name.length() >= 2 && !days.isPast(sentence, at)) {
        BigDecimal all = BigDecimal.valueOf(100);
        figures.add(
            new Figure(
                name + "覆盖率",
                Comparator.EXACTLY,
                new Quantity(at, end, end, all, null, "%", Bound.NONE),
                days.by(sentence, at),
                "",
                Words.tidy(text.substring(start, end)),
                CONFIDENCE,
                words.place(start, end)));
      }
      at = text.indexOf(WORDS, end);
    }
    return figures;
  }

  private static int phrase(String text, int from, int at) {
    int start = at;
    while (start > from && at - start < WIDEST && "，：；。、\n".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }
}
