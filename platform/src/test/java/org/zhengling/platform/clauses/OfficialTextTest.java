package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengling.platform.clauses.OfficialText.Insert;
import org.zhengling.platform.clauses.OfficialText.Kind;
import org.zhengling.platform.clauses.OfficialText.Marked;
import org.zhengling.platform.clauses.OfficialText.Piece;

class OfficialTextTest {
  private static Marked units(String... names) {
    return new Marked(List.of(names), List.of(), List.of(), List.of());
  }

  private static String text(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.kind() != Kind.JOIN && piece.kind() != Kind.RESTATED)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  @Test
  void joined_the_pieces_are_the_text_to_the_letter() {
    String body = "按《办法》建好台账。（牵头单位：市民政局；责任单位：市司法局；完成时限：2020年12月底前）";
    List<List<Piece>> paragraphs =
        OfficialText.paragraphs(
            body,
            new Marked(List.of("市民政局", "市司法局"), List.of("2020年12月底前"), List.of(), List.of("办法")),
            List.of());
    assertThat(paragraphs).hasSize(1);
    assertThat(text(paragraphs.getFirst())).isEqualTo(body);
    assertThat(paragraphs.getFirst())
        .contains(
            new Piece(Kind.UNIT, "市民政局"),
            new Piece(Kind.UNIT, "市司法局"),
            new Piece(Kind.DEADLINE, "2020年12月底前"),
            new Piece(Kind.CITED, "办法"));
  }

  @Test
  void the_longer_of_two_names_is_marked_whole() {
    assertThat(OfficialText.paragraphs("由市财政局国库处办理", units("市财政局", "市财政局国库处"), List.of()))
        .containsExactly(
            List.of(
                new Piece(Kind.PLAIN, "由"),
                new Piece(Kind.UNIT, "市财政局国库处"),
                new Piece(Kind.PLAIN, "办理")));
  }

  @Test
  void two_names_side_by_side_stay_two() {
    assertThat(OfficialText.paragraphs("市财政局市教育局", units("市财政局", "市教育局"), List.of()).getFirst())
        .containsExactly(new Piece(Kind.UNIT, "市财政局"), new Piece(Kind.UNIT, "市教育局"));
  }

  @Test
  void paragraphs_stay_paragraphs_and_blank_ones_go() {
    assertThat(OfficialText.paragraphs("一\n\n二", Marked.NOTHING, List.of())).hasSize(2);
    assertThat(OfficialText.paragraphs("", Marked.NOTHING, List.of())).isEmpty();
  }

  @Test
  void the_number_of_an_indicator_is_marked_and_its_year_is_not() {
    Marked marked =
        new Marked(List.of(), List.of(), List.of("到2022年，覆盖率达到70%以上", "托位4.5万个"), List.of());
    assertThat(OfficialText.paragraphs("到2022年，覆盖率达到70%以上，托位4.5万个。", marked, List.of()).getFirst())
        .filteredOn(piece -> piece.kind() == Kind.FIGURE)
        .extracting(Piece::text)
        .containsExactly("70%", "4.5万个");
  }

  @Test
  void a_mark_of_the_page_stands_between_the_words_and_splits_what_it_falls_into() {
    List<Insert> inserts =
        List.of(new Insert(6, Kind.RESTATED, "①"), new Insert(3, Kind.JOIN, "↩"));
    assertThat(OfficialText.paragraphs("由市财政局办\n完", units("市财政局"), inserts))
        .containsExactly(
            List.of(
                new Piece(Kind.PLAIN, "由"),
                new Piece(Kind.UNIT, "市财"),
                new Piece(Kind.JOIN, "↩"),
                new Piece(Kind.UNIT, "政局"),
                new Piece(Kind.PLAIN, "办"),
                new Piece(Kind.RESTATED, "①")),
            List.of(new Piece(Kind.PLAIN, "完")));
  }
}
