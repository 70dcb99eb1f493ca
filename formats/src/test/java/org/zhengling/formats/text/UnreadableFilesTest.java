package org.zhengling.formats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengling.engine.Refusal;

/** Every file that gives no text is refused in one sentence with a way out. */
class UnreadableFilesTest {
  private static final byte[] WORD =
      new WordFile().body(WordFile.p("修好水渠，看好水渠。").repeat(50)).bytes();
  private static final byte[] PDF = new PdfFile().at(100, 700, "修好全市的水渠。").page().bytes();
  private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  static Stream<Arguments> strangers() {
    return Stream.of(
        Arguments.of("a.doc", latin(OLE + "\0\0"), "旧版 Word"),
        Arguments.of("a.wps", latin(OLE + "\0\0"), "WPS 文字"),
        Arguments.of("a.et", latin(OLE + "\0\0"), "表格"),
        Arguments.of("a.ppt", latin(OLE + "\0\0"), "演示"),
        Arguments.of(
            "a.docx", latin(OLE + "..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "密码"),
        Arguments.of("a.txt", latin("\u0089PNG\r\n"), "图片"),
        Arguments.of("a.txt", latin("\u00FF\u00D8\u00FF\u00E0"), "图片"),
        Arguments.of("a.rar", latin("Rar!\u001A"), "压缩"),
        Arguments.of("a.rtf", latin("{\\rtf1 x}"), "RTF"),
        Arguments.of("a.ofd", bare("OFD.xml"), "OFD"),
        Arguments.of("a.xlsx", bare("xl/workbook.xml"), "表格"),
        Arguments.of("a.pptx", bare("ppt/presentation.xml"), "演示"),
        Arguments.of("a.odt", bare("content.xml"), "ODF"),
        Arguments.of("a.zip", bare("公文.txt"), "压缩"),
        Arguments.of("a.xml", latin("<?xml version=\"1.0\"?><w:wordDocument/>"), "Word 2003"),
        Arguments.of("a.docx", new WordFile().body("").bytes(), "空"),
        Arguments.of("a.html", latin("<html><body><img src=a></body></html>"), "空"));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void a_file_of_another_kind_is_named_whatever_it_is_called(
      String name, byte[] bytes, String word) {
    refused(name, bytes, word);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("half a Word file", Arrays.copyOf(WORD, WORD.length / 2), "损坏"),
        Arguments.of("a Word file of other bytes", latin("PK\u0003\u0004\u0014\0....."), "损坏"),
        Arguments.of("broken XML", new WordFile().body("<w:p>").bytes(), "损坏"),
        Arguments.of("the head of a PDF", latin("%PDF-1.7\n%"), "损坏"),
        Arguments.of("a tenth of a PDF", Arrays.copyOf(PDF, PDF.length / 10), "损坏"),
        Arguments.of(
            "a PDF with a password",
            new PdfFile().at(100, 700, "修好水渠。").page().lockedWith("2020"),
            "密码"),
        Arguments.of("a scan", scan(), "扫描"),
        Arguments.of("page numbers on a scan", numberedScan(), "扫描"),
        Arguments.of(
            "a PDF whose fonts do not name their characters",
            new PdfFile().at(100, 700, "修好全市的水渠，造册登记。").namelessPage().bytes(),
            "字体没有写明对应的汉字"),
        Arguments.of("an unpacked flood", flood(), "倍"),
        Arguments.of("thousands of parts", crowd(), "部件"),
        Arguments.of(
            "a bottomless document",
            new WordFile()
                .body("<w:p>" + "<w:ins>".repeat(5000) + "</w:ins>".repeat(5000) + "</w:p>")
                .bytes(),
            "嵌套"),
        Arguments.of(
            "an entity from outside", entity("<!ENTITY x SYSTEM \"file:///etc/hostname\">"), "实体"),
        Arguments.of(
            "a billion laughs",
            entity("<!ENTITY a \"哈哈哈哈哈哈\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;\">"),
            "实体"),
        Arguments.of("a PDF that unpacks to a flood", pdfFlood(), "超过"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void a_broken_or_dangerous_file_is_refused(String what, byte[] bytes, String word) {
    refused("公文", bytes, word);
  }

  @Test
  void a_file_beyond_all_size_is_refused_before_it_is_looked_at() {
    refused("大.txt", new byte[SourceFile.LARGEST + 1], "MB");
  }

  /** Whatever bytes are damaged: a text or a refusal, and never anything else. */
  @Property(tries = 150)
  void damage_anywhere_ends_in_a_text_or_a_refusal(
      @ForAll boolean pdf,
      @ForAll @IntRange(max = 1_000_000) int where,
      @ForAll @IntRange(min = 1, max = 40) int length,
      @ForAll byte with) {
    byte[] bytes = (pdf ? PDF : WORD).clone();
    int from = where % bytes.length;
    Arrays.fill(bytes, from, Math.min(bytes.length, from + length), with);
    try {
      assertThat(SourceFile.read("公文", bytes).text()).isNotBlank();
    } catch (Refusal refusal) {
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CALLER);
    }
  }

  private static void refused(String name, byte[] bytes, String word) {
    assertThatThrownBy(() -> SourceFile.read(name, bytes))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CALLER);
              assertThat(refusal.happened()).startsWith("没有读成。").contains(word);
              assertThat(refusal.todo()).isNotBlank();
              assertThat(refusal).message().doesNotContain("\n");
            });
  }

  private static byte[] latin(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** An archive that holds one part and no Word document. */
  private static byte[] bare(String part) {
    return new WordFile().part("_rels/.rels", "<Relationships/>").part(part, "<x/>").bytes();
  }

  private static byte[] entity(String declaration) {
    return new WordFile()
        .part(
            "word/document.xml",
            "<!DOCTYPE w:document ["
                + declaration
                + "]><w:document"
                + WordFile.NAMESPACES
                + "><w:body>"
                + WordFile.p("&x;")
                + "</w:body></w:document>")
        .bytes();
  }

  private static byte[] flood() {
    return new WordFile().part("word/document.xml", new byte[20 << 20]).bytes();
  }

  private static byte[] crowd() {
    WordFile file = new WordFile().body(WordFile.p("修渠。"));
    for (int i = 0; i < ZipParts.MOST_PARTS; i++) {
      file.part("word/media/" + i, "");
    }
    return file.bytes();
  }

  private static byte[] scan() {
    return new PdfFile().page("XObject", new COSDictionary(), latin("")).bytes();
  }

  private static byte[] numberedScan() {
    return new PdfFile().at(290, 40, "－1－").page().at(290, 40, "－2－").page().bytes();
  }

  private static byte[] pdfFlood() {
    byte[] blanks = new byte[(int) PdfText.LARGEST_STREAM + Deflater.BEST_SPEED];
    Arrays.fill(blanks, (byte) ' ');
    return new PdfFile()
        .page("Font", new COSDictionary(), blanks)
        .at(100, 700, COSName.FONT.getName())
        .page()
        .bytes();
  }
}
