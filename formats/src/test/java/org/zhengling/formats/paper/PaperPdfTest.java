package org.zhengling.formats.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.SimpleBookmark;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PaperPdfTest {
  private static Typefaces typefaces;

  @BeforeAll
  static void findFonts() {
    Optional<Typefaces> found =
        Typefaces.find(List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts")));
    Assumptions.assumeTrue(
        found.isPresent(), "Skipped: no font that holds Chinese is installed (fonts-noto-cjk)");
    typefaces = found.get();
  }

  private static PaperDocument order(List<PaperDocument.Section> sections) {
    return new PaperDocument(
        "济政字〔2020〕401号",
        "济宁市人民政府关于整修水渠的意见",
        "济宁市人民政府",
        List.of("各县（市、区）人民政府", "市政府各部门"),
        sections,
        List.of("水渠名单（公报未刊登）"),
        LocalDate.of(2020, 9, 1),
        "来源：济政字〔2020〕401号 第 1 版");
  }

  private static PaperDocument.Section section(
      String numbering, int level, String heading, String... paragraphs) {
    return new PaperDocument.Section(
        numbering + heading, numbering, level, heading, List.of(paragraphs));
  }

  private static final List<PaperDocument.Section> SMALL =
      List.of(
          new PaperDocument.Section("", "", 1, "", List.of("为修好水渠，提出如下意见。")),
          section("一、", 1, "查清水渠"),
          section("（一）", 2, "登记水渠", "逐条登记水渠，建立台账，覆盖率100%，共𠮷字渠3条。"),
          section("1.", 3, "", "先查干渠。"),
          section("二、", 1, "整修水渠", "先急后缓。"));

  private static PdfReader print(PaperDocument paper) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PaperPdf.write(paper, typefaces, out);
    return new PdfReader(out.toByteArray());
  }

  private static String text(PdfReader reader, int page) throws IOException {
    return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s", "");
  }

  @Test
  void every_word_can_be_taken_out_again_in_the_order_of_the_text() throws IOException {
    assertThat(text(print(order(SMALL)), 1))
        .containsSubsequence(
            "济宁市人民政府关于整修水渠的意见",
            "济政字〔2020〕401号",
            "各县（市、区）人民政府，市政府各部门：",
            "为修好水渠，提出如下意见。",
            "一、查清水渠",
            "（一）登记水渠。逐条登记水渠，建立台账，覆盖率100%",
            "1.先查干渠。",
            "二、整修水渠",
            "附件：水渠名单（公报未刊登）",
            "济宁市人民政府",
            "2020年9月1日",
            "—1—",
            "来源：济政字〔2020〕401号第1版");
  }

  @Test
  void clauses_are_bookmarks_below_each_other() throws IOException {
    List<Map<String, Object>> bookmarks = SimpleBookmark.getBookmarkList(print(order(SMALL)));
    assertThat(bookmarks).extracting(one -> one.get("Title")).containsExactly("一、查清水渠", "二、整修水渠");
    assertThat(bookmarks.getFirst().toString()).contains("（一）登记水渠").contains("1.");
  }

  @Test
  void title_author_language_and_number_stand_in_the_file() throws IOException {
    PdfReader reader = print(order(SMALL));
    assertThat(reader.getInfo())
        .containsEntry("Title", "济宁市人民政府关于整修水渠的意见")
        .containsEntry("Author", "济宁市人民政府")
        .containsEntry("Subject", "济政字〔2020〕401号");
    assertThat(reader.getCatalog().getAsString(PdfName.LANG)).hasToString("zh-CN");
    assertThat(reader.getPageSize(1).getWidth()).isBetween(595f, 596f);
  }

  @Test
  void a_hundred_and_seventy_clauses_fill_pages_of_twenty_two_lines() throws IOException {
    List<PaperDocument.Section> sections = new ArrayList<>();
    IntStream.rangeClosed(1, 170)
        .forEach(n -> sections.add(section(n + ".", 3, "第" + n + "项", "逐村核对，".repeat(20))));
    PdfReader reader = print(order(sections));
    // 170 clauses of 4 lines, 22 lines a page.
    assertThat(reader.getNumberOfPages()).isBetween(30, 40);
    assertThat(SimpleBookmark.getBookmarkList(reader)).hasSize(170);
    StringBuilder all = new StringBuilder();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      String text = text(reader, page);
      assertThat(text).contains("—" + page + "—");
      all.append(text);
    }
    for (int n = 1; n <= 170; n++) {
      assertThat(all).contains("第" + n + "项");
    }
  }

  @Test
  void no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
    String text = "（甲）乙，丙“丁”戊、己；2020年9月1日起1234567890亩。".repeat(30);
    List<Glyphs.Line> lines = new Glyphs(typefaces, 16).add(Face.TEXT, text).lines(32, 448);
    assertThat(lines).hasSizeGreaterThan(10);
    for (Glyphs.Line line : lines) {
      assertThat("，、；。）”").doesNotContain(line.glyphs().getFirst().text());
      assertThat("（“").doesNotContain(line.glyphs().getLast().text());
      assertThat(line.width()).isLessThanOrEqualTo(448.1f);
    }
    assertThat(
            lines.stream()
                .flatMap(line -> line.glyphs().stream())
                .map(Glyphs.Glyph::text)
                .reduce("", String::concat))
        .isEqualTo(text);
  }

  @Test
  void a_machine_without_a_chinese_font_has_no_typefaces(@TempDir Path empty) {
    assertThat(Typefaces.find(List.of(empty, empty.resolve("none")))).isEmpty();
  }
}
