package org.zhengling.app.portal;

import java.util.ArrayList;
import java.util.List;
import org.zhengling.platform.clauses.Excerpt;
import org.zhengling.platform.clauses.OfficialText;
import org.zhengling.platform.clauses.OfficialText.Insert;
import org.zhengling.platform.clauses.OfficialText.Kind;
import org.zhengling.platform.clauses.OfficialText.Marked;
import org.zhengling.platform.clauses.PublishedClause;

/**
 * The words of a clause ready for its page.
 *
 * @param paragraphs its text with units, deadlines and figures marked, and ①②③ behind the sentences
 *     they restate
 * @param besideHeading numbers of the restatements that belong to no sentence
 */
record ClauseText(List<List<Stretch>> paragraphs, List<Integer> besideHeading) {
  private static final String NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

  /**
   * A stretch of official text and what of it was looked for.
   *
   * @param number of the restatement, for {@code RESTATED}; otherwise 0
   */
  record Stretch(Kind kind, int number, List<Excerpt.Piece> pieces) {}

  /**
   * The page of one clause.
   *
   * @param restated what the clause demands, in our words
   * @param looked words that a search was for
   */
  static ClauseText of(
      PublishedClause clause, Marked marked, List<String> restated, List<String> looked) {
    List<Integer> places = Restatements.places(clause.body(), restated);
    List<Insert> inserts = new ArrayList<>();
    List<Integer> besideHeading = new ArrayList<>();
    clause.pageEnds().forEach(end -> inserts.add(new Insert(end, Kind.JOIN, "")));
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i) == Restatements.BESIDE_HEADING) {
        besideHeading.add(i + 1);
      } else {
        inserts.add(new Insert(places.get(i), Kind.RESTATED, String.valueOf(i + 1)));
      }
    }
    List<List<Stretch>> paragraphs =
        OfficialText.paragraphs(clause.body(), marked, inserts).stream()
            .map(paragraph -> paragraph.stream().map(piece -> stretch(piece, looked)).toList())
            .toList();
    return new ClauseText(paragraphs, besideHeading);
  }

  private static Stretch stretch(OfficialText.Piece piece, List<String> looked) {
    return switch (piece.kind()) {
      case RESTATED -> new Stretch(piece.kind(), Integer.parseInt(piece.text()), List.of());
      case PLAIN, UNIT, DEADLINE, FIGURE, CITED, JOIN ->
          new Stretch(piece.kind(), 0, Excerpt.whole(piece.text(), looked));
    };
  }

  /** ① for 1. */
  static String sign(int number) {
    return number <= NUMBERS.length() ? NUMBERS.substring(number - 1, number) : "(" + number + ")";
  }
}
