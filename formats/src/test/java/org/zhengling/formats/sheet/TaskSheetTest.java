package org.zhengling.formats.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;

class TaskSheetTest {
  private static byte[] sheet(List<List<String>> rows, int mergedFrom, int mergedTo)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("清单");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row, column, rows.get(row).get(column));
        }
      }
      if (mergedTo > mergedFrom) {
        sheet.range(mergedFrom, 2, mergedTo, 2).merge();
      }
    }
    return out.toByteArray();
  }

  @Test
  void columns_are_found_by_their_heads_and_merged_cells_count_for_each_row() throws IOException {
    byte[] bytes =
        sheet(
            List.of(
                List.of("修渠任务清单"),
                List.of("完成时限", "工作任务", "牵头单位", "责任单位", "序号"),
                List.of("2020-12-31", "登记水渠", "市城乡水务局", "市财政局", "1"),
                List.of("每季度", "巡查水渠", "", "各县（市、区）政府", "2")),
            2,
            3);
    TaskSheet.Reading reading = TaskSheet.read(bytes);
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows())
        .containsExactly(
            new TaskSheet.Row(1, 3, "1", "", "登记水渠", "市城乡水务局", "市财政局", "2020年12月31日"),
            new TaskSheet.Row(1, 4, "2", "", "巡查水渠", "市城乡水务局", "各县（市、区）政府", "每季度"));
  }

  @Test
  void a_bad_cell_is_named_with_sheet_row_and_column() throws IOException {
    byte[] bytes =
        sheet(List.of(List.of("任务", "牵头单位", "完成时限"), List.of("登记水渠", "市城乡水务局", "尽快")), 0, 0);
    assertThat(TaskSheet.read(bytes).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.sentence()).startsWith("表“清单”第 2 行“完成时限”：“尽快”认不出"));
  }

  @Test
  void what_is_no_workbook_is_refused_with_the_way_out() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> TaskSheet.read("序号,任务".getBytes(StandardCharsets.UTF_8)));
    assertThat(refusal.happened()).isEqualTo("没有读入。这不是 XLSX 表格。");
    assertThat(refusal.todo()).startsWith("旧版");
  }
}
