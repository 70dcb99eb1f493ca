package org.zhengling.formats.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static String written(String cell) {
    byte[] bytes = CsvTable.write(List.of("头"), List.of(List.of(cell)));
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.substring("\uFEFF头\r\n".length(), text.length() - 2);
  }

  @Test
  void it_begins_with_the_mark_that_spreadsheets_look_for() {
    byte[] bytes = CsvTable.write(List.of("姓名", "区划"), List.of(List.of("张三", "任城区")));
    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("\uFEFF姓名,区划\r\n张三,任城区\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        " =1+1",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "－2+3",
        "|calc"
      })
  void a_formula_becomes_text(String formula) {
    String cell = written(formula);
    assertThat(cell.replace("\"", "")).startsWith("'").endsWith(formula.replace("\"", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+5", "-12.34", "0", "370811", "张三", "二(三)7", "a=b", ""})
  void numbers_and_plain_words_stay_as_they_are(String plain) {
    assertThat(written(plain)).isEqualTo(plain);
  }

  @Test
  void commas_quotes_and_line_ends_are_kept_in_quotes() {
    assertThat(written("甲,乙")).isEqualTo("\"甲,乙\"");
    assertThat(written("说\"好\"")).isEqualTo("\"说\"\"好\"\"\"");
    assertThat(written("一\n二")).isEqualTo("\"一\n二\"");
  }

  @Test
  void a_row_of_another_width_is_a_bug() {
    assertThatThrownBy(() -> CsvTable.write(List.of("甲", "乙"), List.of(List.of("一"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
