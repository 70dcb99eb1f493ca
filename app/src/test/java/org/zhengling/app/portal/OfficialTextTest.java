package org.zhengling.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.supervision.SupervisedTask;

class OfficialTextTest {
  private static SupervisedTask task(List<String> lead, List<String> responsible, String words) {
    LocalDate day = LocalDate.of(2020, 12, 31);
    return new SupervisedTask(
        "甲 一 #1", "甲", "一", "任务", lead, responsible, new Deadline.By(day), words, day, false);
  }

  @Test
  void joined_the_pieces_are_the_text_to_the_letter() {
    String body = "建好台账。（牵头单位：市民政局；责任单位：市司法局；完成时限：2020年12月底前）";
    List<List<OfficialText.Piece>> paragraphs =
        OfficialText.paragraphs(
            body, List.of(task(List.of("市民政局"), List.of("市司法局"), "2020年12月底前")), List.of());
    assertThat(paragraphs).hasSize(1);
    assertThat(
            paragraphs.getFirst().stream()
                .map(OfficialText.Piece::text)
                .collect(Collectors.joining()))
        .isEqualTo(body);
    assertThat(paragraphs.getFirst())
        .contains(
            new OfficialText.Piece(OfficialText.Kind.UNIT, "市民政局"),
            new OfficialText.Piece(OfficialText.Kind.DEADLINE, "2020年12月底前"));
  }

  @Test
  void the_longer_of_two_names_is_marked_whole() {
    List<OfficialText.Piece> pieces =
        OfficialText.paragraphs(
                "由市财政局国库处办理", List.of(task(List.of("市财政局"), List.of("市财政局国库处"), "")), List.of())
            .getFirst();
    assertThat(pieces)
        .containsExactly(
            new OfficialText.Piece(OfficialText.Kind.PLAIN, "由"),
            new OfficialText.Piece(OfficialText.Kind.UNIT, "市财政局国库处"),
            new OfficialText.Piece(OfficialText.Kind.PLAIN, "办理"));
  }

  @Test
  void paragraphs_stay_paragraphs_and_blank_ones_go() {
    assertThat(OfficialText.paragraphs("一\n\n二", List.of(), List.of())).hasSize(2);
    assertThat(OfficialText.paragraphs("", List.of(), List.of())).isEmpty();
  }

  @Test
  void the_number_of_an_indicator_is_marked_and_its_year_is_not() {
    List<OfficialText.Piece> pieces =
        OfficialText.paragraphs(
                "到2022年，覆盖率达到70%以上，托位4.5万个。", List.of(), List.of("到2022年，覆盖率达到70%以上", "托位4.5万个"))
            .getFirst();
    assertThat(pieces)
        .filteredOn(piece -> piece.kind() == OfficialText.Kind.FIGURE)
        .extracting(OfficialText.Piece::text)
        .containsExactly("70%", "4.5万个");
  }
}
