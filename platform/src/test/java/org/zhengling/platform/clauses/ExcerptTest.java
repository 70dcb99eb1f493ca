package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.platform.CityHall;

class ExcerptTest {
  private static String marked(List<Excerpt.Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.found() ? "<" + piece.text() + ">" : piece.text())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "逐条登记水渠，登记入册, 登记, 逐条<登记>水渠，<登记>入册",
    "济政字〔2020〕53号, 字(2020)53, 济政<字〔2020〕53>号",
    "用ＧＩＳ标图, gis, 用<ＧＩＳ>标图",
    "1—2名, 1-2, <1—2>名",
    "面积5㎡以上, m2, 面积5<㎡>以上",
    "吉祥𠮷野家, 𠮷野, 吉祥<𠮷野>家",
    "没有, 这个, 没有"
  })
  void every_place_of_a_word_is_marked_and_no_character_changes(
      String text, String term, String expected) {
    List<Excerpt.Piece> pieces = Excerpt.whole(text, List.of(term));
    assertThat(marked(pieces)).isEqualTo(expected);
    assertThat(pieces.stream().map(Excerpt.Piece::text).collect(Collectors.joining()))
        .isEqualTo(text);
  }

  @Test
  void a_word_far_into_a_text_is_shown_with_dots_on_both_sides() {
    String text = "前".repeat(100) + "水渠" + "后".repeat(100);
    assertThat(marked(Excerpt.around(text, List.of("水渠"), 60)))
        .isEqualTo("……" + "前".repeat(30) + "<水渠>" + "后".repeat(28) + "……");
    assertThat(marked(Excerpt.around("短文水渠", List.of("水渠"), 60))).isEqualTo("短文<水渠>");
    assertThat(Excerpt.around("", List.of("水渠"), 60)).isEmpty();
  }

  @Test
  void words_that_overlap_are_marked_as_one() {
    assertThat(marked(Excerpt.whole("社会救助体系", List.of("会救", "救助")))).isEqualTo("社<会救助>体系");
  }

  /** The page marks what the database finds. */
  @ParameterizedTest
  @ValueSource(
      strings = {"济政字〔２０２０〕５３号（ＡＢＣ）", "［一］【二】〖三〗“四”—五－六", "面积５㎡，①㈠Ⅳ", "甲\u3000乙  丙\n丁", "⼀ⅷ％＃Ä"})
  void page_and_database_write_a_text_alike(String text) {
    try (CityHall hall = new CityHall()) {
      assertThat(Excerpt.plain(text))
          .isEqualTo(
              hall.jdbc().sql("select clauses.plain(?)").param(text).query(String.class).single());
    }
  }
}
