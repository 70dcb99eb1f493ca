package org.zhengling.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PdfTextTest {
  @Test
  void printed_lines_are_lines_and_a_form_feed_tells_the_page() {
    String text =
        read(
            new PdfFile()
                .at(200, 780, "甲市人民政府")
                .at(100, 700, "一、普查。查清全市的水渠并登记造册，")
                .at(100, 676, "分段整修。")
                .page()
                .at(100, 780, "二、整修。修好水渠。")
                .page());
    assertThat(text).isEqualTo("甲市人民政府\n一、普查。查清全市的水渠并登记造册，\n分段整修。\n\f二、整修。修好水渠。\n");
    PrintedPages pages = PrintedPages.of(text);
    assertThat(pages.at(3)).hasValue(1);
    assertThat(pages.at(4)).hasValue(2);
  }

  @Test
  void blanks_of_justified_lines_vanish_and_columns_of_a_table_stay_apart() {
    String text =
        read(
            new PdfFile()
                .at(100, 700, "修")
                .at(124, 700, "好")
                .at(148, 700, "水渠")
                .at(100, 676, "普 查 20 条")
                .at(100, 652, "任务")
                .at(300, 652, "市水利局")
                .page());
    assertThat(text).isEqualTo("修好水渠\n普查 20 条\n任务\t市水利局\n");
  }

  @Test
  void the_first_line_of_a_paragraph_is_marked_as_indented() {
    String text =
        read(
            new PdfFile()
                .at(132, 700, "修好全市的水渠，")
                .at(100, 676, "看好水渠，")
                .at(100, 652, "用好水渠。")
                .at(132, 628, "管好水渠。")
                .page());
    assertThat(text).isEqualTo("　　修好全市的水渠，\n看好水渠，\n用好水渠。\n　　管好水渠。\n");
  }

  @Test
  void columns_are_read_in_the_order_of_the_text_layer() {
    String text =
        read(
            new PdfFile()
                .at(60, 700, "左栏第一行")
                .at(60, 676, "左栏第二行")
                .at(320, 700, "右栏第一行")
                .at(320, 676, "右栏第二行")
                .page());
    assertThat(text).isEqualTo("左栏第一行\n左栏第二行\n右栏第一行\n右栏第二行\n");
  }

  @Test
  void columns_that_the_file_holds_row_by_row_are_read_one_after_the_other() {
    PdfFile file = new PdfFile().at(140, 760, "甲市人民政府关于修渠的意见");
    for (int row = 0; row < 6; row++) {
      file.at(60, 700 - 24 * row, "左栏第" + row + "行，修好全市水渠");
      file.at(320, 700 - 24 * row, "右栏第" + row + "行，看好全市水渠");
    }
    String text = read(file.at(280, 400, "— 1 —").page());
    assertThat(text.lines().map(String::strip))
        .startsWith("甲市人民政府关于修渠的意见", "左栏第0行，修好全市水渠")
        .containsSubsequence("左栏第5行，修好全市水渠", "右栏第0行，看好全市水渠", "右栏第5行，看好全市水渠")
        .endsWith("— 1 —");
  }

  @Test
  void a_table_of_two_columns_is_still_read_row_by_row() {
    PdfFile file = new PdfFile();
    String[] tasks = {"普查", "造册登记", "整修", "管护", "培训管水员", "验收"};
    for (int row = 0; row < tasks.length; row++) {
      file.at(60, 700 - 24 * row, tasks[row]).at(320, 700 - 24 * row, "市水利局");
    }
    assertThat(read(file.page())).startsWith("普查\t市水利局\n造册登记\t市水利局\n");
  }

  private static String read(PdfFile file) {
    SourceText text = SourceFile.read("公报.pdf", file.bytes());
    assertThat(text.kind()).isEqualTo(SourceText.Kind.PDF);
    return text.text();
  }
}
