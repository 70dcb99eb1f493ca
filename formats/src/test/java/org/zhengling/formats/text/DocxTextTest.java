package org.zhengling.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.GazetteReader;

class DocxTextTest {
  private static final String OFFICIAL_LIST =
      "<w:abstractNum w:abstractNumId=\"7\">"
          + WordFile.level(0, "chineseCountingThousand", "%1、")
          + WordFile.level(1, "chineseCountingThousand", "（%2）")
          + WordFile.level(2, "decimal", "%3.")
          + "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>";

  @Test
  void a_paragraph_is_a_line_and_what_is_tracked_as_deleted_is_gone() {
    String body =
        "<w:p>"
            + WordFile.r("修好")
            + "<w:del w:id=\"1\"><w:r><w:delText>三条</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\"><w:r><w:t>五条</w:t></w:r></w:ins>"
            + "<w:moveFrom w:id=\"3\"><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
            + WordFile.r("水渠。")
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r></w:p>"
            + WordFile.p("<w:rPr><w:del w:id=\"4\"/></w:rPr>", "看好")
            + WordFile.p("水渠。");
    assertThat(read(new WordFile().body(body))).isEqualTo("修好五条水渠。\n看好水渠。\n");
  }

  @Test
  void the_numbers_that_word_keeps_in_a_list_stand_in_the_text() {
    String body =
        WordFile.item(3, 0, "总体要求")
            + WordFile.item(3, 1, "目标。修渠。")
            + WordFile.item(3, 1, "原则。先易后难。")
            + WordFile.item(3, 2, "查清水渠。")
            + WordFile.item(3, 2, "分段整修。")
            + WordFile.item(3, 0, "主要任务")
            + WordFile.item(3, 1, "普查。")
            + WordFile.item(3, 2, "登记水渠。");
    assertThat(read(new WordFile().numbering(OFFICIAL_LIST).body(body)).lines())
        .containsExactly(
            "一、总体要求",
            "（一）目标。修渠。",
            "（二）原则。先易后难。",
            "1. 查清水渠。",
            "2. 分段整修。",
            "二、主要任务",
            "（一）普查。",
            "1. 登记水渠。");
  }

  @Test
  void a_list_can_begin_again_and_be_named_by_a_style() {
    WordFile file =
        new WordFile()
            .numbering(
                "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                    + "<w:numFmt w:val=\"chineseCounting\"/><w:pStyle w:val=\"Article\"/>"
                    + "<w:lvlText w:val=\"第%1条\"/></w:lvl></w:abstractNum>"
                    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
                    + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride"
                    + " w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>")
            .styles(
                "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr><w:numId"
                    + " w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\""
                    + " w:styleId=\"Article\"><w:basedOn w:val=\"Base\"/></w:style>")
            .body(
                WordFile.p("<w:pStyle w:val=\"Article\"/>", "保护水渠。")
                    + WordFile.p("<w:pStyle w:val=\"Article\"/>", "不得填埋。")
                    + WordFile.item(2, 0, "附则。")
                    + WordFile.item(2, 0, "施行。"));
    assertThat(read(file).lines()).containsExactly("第一条 保护水渠。", "第二条 不得填埋。", "第一条 附则。", "第二条 施行。");
  }

  @Test
  void a_row_of_a_table_is_a_line_with_tabs_and_a_frame_of_one_cell_is_none() {
    String body =
        "<w:tbl><w:tr>"
            + cell(WordFile.p("任务"))
            + cell(WordFile.p("牵头单位"))
            + "</w:tr><w:tr>"
            + cell(WordFile.p("普查") + WordFile.p("登记"))
            + cell(WordFile.p("市水利局"))
            + "</w:tr><w:tr><w:trPr><w:del w:id=\"9\"/></w:trPr>"
            + cell(WordFile.p("作废"))
            + cell(WordFile.p("作废"))
            + "</w:tr></w:tbl><w:tbl><w:tr>"
            + cell(WordFile.p("第一段。") + WordFile.p("第二段。"))
            + "</w:tr></w:tbl>";
    assertThat(read(new WordFile().body(body))).isEqualTo("任务\t牵头单位\n普查 登记\t市水利局\n第一段。\n第二段。\n");
  }

  @Test
  void text_boxes_and_footnotes_follow_their_paragraph_and_stand_there_once() {
    String box = "<w:txbxContent>" + WordFile.p("内部资料") + "</w:txbxContent>";
    String body =
        "<w:p>"
            + WordFile.r("修渠")
            + "<mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>"
            + box
            + "</wps:txbx></mc:Choice><mc:Fallback>"
            + box
            + "</mc:Fallback></mc:AlternateContent>"
            + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
            + WordFile.r("三条。")
            + "</w:p>"
            + WordFile.p("完。");
    WordFile file =
        new WordFile()
            .footnotes(
                "<w:footnote w:id=\"0\" w:type=\"separator\"><w:p/></w:footnote><w:footnote"
                    + " w:id=\"2\">"
                    + WordFile.p("指干渠。")
                    + "</w:footnote>")
            .body(body);
    assertThat(read(file)).isEqualTo("修渠三条。\n内部资料\n注1：指干渠。\n完。\n");
  }

  @Test
  void headings_and_indents_of_the_styles_are_marked() {
    WordFile file =
        new WordFile()
            .styles(
                "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:pPr><w:outlineLvl w:val=\"1\"/>"
                    + "</w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:pPr>"
                    + "<w:ind w:firstLineChars=\"200\"/></w:pPr></w:style>")
            .body(
                WordFile.p("<w:pStyle w:val=\"H\"/>", "一、总体要求")
                    + WordFile.p("<w:pStyle w:val=\"B\"/>", "修好水渠。")
                    + WordFile.p("<w:pStyle w:val=\"B\"/><w:jc w:val=\"center\"/>", "附表"));
    assertThat(read(file)).isEqualTo("## 一、总体要求\n　　修好水渠。\n附表\n");
  }

  @Test
  void an_official_document_in_word_is_understood_like_its_text() {
    String body =
        WordFile.p("甲市人民政府关于修渠的意见")
            + WordFile.p("甲政发〔2020〕9号")
            + WordFile.p("各县人民政府：")
            + WordFile.item(3, 0, "普查。查清水渠。（牵头单位：市水利局；完成时限：2020年12月底前）")
            + WordFile.item(3, 0, "整修。修好水渠。（牵头单位：市财政局；完成时限：持续推进）")
            + WordFile.p("甲市人民政府")
            + WordFile.p("2020年3月5日");
    Gazette gazette = GazetteReader.read(read(new WordFile().numbering(OFFICIAL_LIST).body(body)));
    assertThat(gazette.documents())
        .singleElement()
        .satisfies(document -> {
          assertThat(document.number()).isEqualTo("甲政发〔2020〕9号");
          assertThat(document.dateWritten()).isEqualTo("2020-03-05");
          assertThat(document.tasks())
              .extracting(task -> task.clause().text() + task.lead())
              .containsExactly("一[市水利局]", "二[市财政局]");
        });
  }

  private static String cell(String paragraphs) {
    return "<w:tc><w:tcPr/>" + paragraphs + "</w:tc>";
  }

  private static String read(WordFile file) {
    SourceText text = SourceFile.read("公文.docx", file.bytes());
    assertThat(text.kind()).isEqualTo(SourceText.Kind.DOCX);
    return text.text();
  }
}
