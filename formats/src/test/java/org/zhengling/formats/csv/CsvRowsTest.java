package org.zhengling.formats.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading CSV that people made. */
class CsvRowsTest {
  private static List<CsvRows.Row> read(String text) {
    return CsvRows.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void quotes_commas_and_line_ends_inside_of_cells_are_kept() {
    assertThat(read("\uFEFF甲,乙\r\n\"一,\"\"二\"\"\n三\", 四 \r\n\r\n五,六"))
        .containsExactly(
            new CsvRows.Row.Cells(1, List.of("甲", "乙")),
            new CsvRows.Row.Cells(2, List.of("一,\"二\"\n三", "四")),
            new CsvRows.Row.Cells(5, List.of("五", "六")));
  }

  @Test
  void a_row_in_another_encoding_is_told_and_the_rest_goes_on() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("甲,乙\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("丙,丁\n".getBytes(Charset.forName("GB18030")));
    bytes.writeBytes("戊,己\n".getBytes(StandardCharsets.UTF_8));
    assertThat(CsvRows.read(bytes.toByteArray()))
        .extracting(CsvRows.Row::line, row -> row instanceof CsvRows.Row.Broken)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, false),
            org.assertj.core.groups.Tuple.tuple(2, true),
            org.assertj.core.groups.Tuple.tuple(3, false));
  }

  @Test
  void a_quote_that_never_ends_is_told_where_it_began() {
    assertThat(read("甲,乙\n\"丙,丁\n戊,己\n").getLast())
        .isInstanceOf(CsvRows.Row.Broken.class)
        .satisfies(row -> assertThat(row.line()).isEqualTo(2));
  }

  @Test
  void what_is_written_is_read_again() {
    byte[] written = CsvTable.write(List.of("甲", "乙"), List.of(List.of("一,二", "三\"四")));
    assertThat(CsvRows.read(written).getLast())
        .isEqualTo(new CsvRows.Row.Cells(2, List.of("一,二", "三\"四")));
  }
}
