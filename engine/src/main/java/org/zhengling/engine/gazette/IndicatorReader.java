package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.FigureSentence.Figure;

/**
 * Reads the figures that the clauses of one document set as goals. A figure is a goal where the
 * sentence measures (覆盖率达到70%), makes (建成3至5所职业院校) or does (改造老旧小区300个) that much of something;
 * dates, sums that are paid out and the marks of a condition are none.
 */
final class IndicatorReader {

  private final String name;
  private final int year;
  private final List<Indicator> indicators = new ArrayList<>();
  private int inClause;

  IndicatorReader(String document, String title, @Nullable LocalDate written) {
    this.name = document.isEmpty() ? title : document;
    this.year = Dates.yearOf(document, written);
  }

  List<Indicator> read(List<ClauseDraft> clauses) {
    for (ClauseDraft clause : clauses) {
      inClause = 0;
      if (!clause.isNorm()) {
        readWords(clause, clause.openingWords());
        Passage words = clause.words();
        if (words != null) {
          readWords(clause, words);
        }
      }
    }
    return indicators;
  }

  private void readWords(ClauseDraft clause, Passage words) {
    String text = Words.fullWidth(words.text());
    List<Quantity> quantities = QuantityReader.find(text);
    if (quantities.isEmpty() && !text.contains("全覆盖")) {
      return;
    }
    FigureDays days = new FigureDays(text, Purpose.isStated(clause), year);
    int next = 0;
    for (Duty sentence : Duty.sentences(text, text.length())) {
      FigureSentence read = new FigureSentence(words, text, sentence, days);
      while (next < quantities.size() && quantities.get(next).from() < sentence.to()) {
        read.take(quantities.get(next++));
      }
      read.figures().forEach(figure -> add(clause, figure));
      FullCoverage.read(words, text, sentence, days).forEach(figure -> add(clause, figure));
    }
  }

  private void add(ClauseDraft clause, Figure figure) {
    inClause++;
    Quantity quantity = figure.quantity();
    indicators.add(
        new Indicator(
            name + " " + clause.path() + " ¶" + inClause,
            clause.path(),
            figure.name(),
            figure.comparator(),
            quantity.value(),
            quantity.high(),
            quantity.unit(),
            figure.by(),
            figure.forWhom(),
            figure.words(),
            figure.confidence(),
            figure.place()));
  }
}
