package org.zhengling.formats.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTableTest {
  private static Cell readBack(byte[] file, int row) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return book.getFirstSheet().read().get(row).getCell(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://example.invalid\",\"看\")",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1"
      })
  void a_cell_that_looks_like_a_formula_is_text(String formula) throws IOException {
    byte[] file = XlsxTable.write("导出", List.of("头"), List.of(List.of(formula)));
    Cell cell = readBack(file, 1);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.getFormula()).isNull();
    assertThat(cell.getText().strip()).isEqualTo(formula.strip());
    byte[] sheet = Workbook.part(file, "xl/worksheets/sheet1.xml").readAllBytes();
    assertThat(new String(sheet, StandardCharsets.UTF_8))
        .contains("<sheetData>")
        .doesNotContain("<f>");
  }

  @Test
  void numbers_of_papers_keep_their_zeros() throws IOException {
    byte[] file = XlsxTable.write("导出", List.of("编号"), List.of(List.of("0012345678901234567")));
    assertThat(readBack(file, 1).getText()).isEqualTo("0012345678901234567");
  }

  @Test
  void what_no_file_can_hold_is_left_out() throws IOException {
    byte[] file = XlsxTable.write("导出", List.of("头"), List.of(List.of("甲\u0000\u0007乙")));
    assertThat(readBack(file, 1).getText()).isEqualTo("甲乙");
  }

  @Test
  void a_row_of_another_width_is_a_bug() {
    assertThatThrownBy(() -> XlsxTable.write("导出", List.of("甲", "乙"), List.of(List.of("一"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
