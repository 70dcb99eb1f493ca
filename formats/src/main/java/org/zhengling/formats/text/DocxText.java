package org.zhengling.formats.text;

import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/**
 * The words of a Word file (Office Open XML), a paragraph on a line, as the page shows them:
 * automatic numbers, rows of tables with tabs, text boxes and footnotes after their paragraph;
 * tracked deletions, hidden words, headers and footers are left out.
 */
final class DocxText {
  private static final String RELATIONS = "_rels/.rels";

  private DocxText() {}

  static String read(byte[] bytes) {
    ZipParts parts = ZipParts.unpack(bytes);
    String main = mainPart(parts);
    byte[] document = parts.part(main).orElseThrow(() -> stranger(parts));
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    DocxStyles styles = new DocxStyles();
    parts.part(folder + "styles.xml").ifPresent(part -> SafeXml.walk(part, styles));
    DocxNumbering numbering = new DocxNumbering(styles);
    parts.part(folder + "numbering.xml").ifPresent(part -> SafeXml.walk(part, numbering));
    DocxBody body =
        new DocxBody(
            styles,
            numbering,
            Map.of(
                "footnoteReference", notes(parts, folder + "footnotes.xml", styles),
                "endnoteReference", notes(parts, folder + "endnotes.xml", styles)));
    SafeXml.walk(document, body);
    return body.text();
  }

  private static Map<String, String> notes(ZipParts parts, String name, DocxStyles styles) {
    DocxBody notes = new DocxBody(styles, new DocxNumbering(styles), Map.of());
    parts.part(name).ifPresent(part -> SafeXml.walk(part, notes));
    return notes.notes();
  }

  /** The part that the archive itself names as the document. */
  private static String mainPart(ZipParts parts) {
    String[] target = {"word/document.xml"};
    Optional<byte[]> relations = parts.part(RELATIONS);
    relations.ifPresent(part ->
        SafeXml.walk(
            part,
            (String name, XMLStreamReader at) -> {
              if (SafeXml.attribute(at, "Type").endsWith("/officeDocument")) {
                target[0] = SafeXml.attribute(at, "Target").replaceFirst("^/", "");
              }
              return SafeXml.Walk.ENTER;
            }));
    boolean word = !target[0].startsWith("xl/") && !target[0].startsWith("ppt/");
    return word ? target[0] : "";
  }

  private static RuntimeException stranger(ZipParts parts) {
    if (parts.has("OFD.xml")) {
      return Unreadable.because("这是 OFD 版式文件，现在不读这一种。", "请用 OFD 阅读器转成 PDF，或向发文单位要 .docx，再试一次。");
    }
    if (parts.hasBelow("xl/")) {
      return Unreadable.because("这是表格文件（.xlsx），不是公文。", "请选公文的正文文件。任务清单附件请在草稿页上传。");
    }
    if (parts.hasBelow("ppt/")) {
      return Unreadable.because("这是演示文件（.pptx），不是公文。", "请选公文的正文文件。");
    }
    if (parts.has("content.xml")) {
      return Unreadable.because("这是 ODF 文件（.odt 等），现在不读这一种。", "请另存为 .docx，再试一次。");
    }
    return Unreadable.because("这是压缩文件，里面没有 Word 正文。", "请先解压，再读里面的文件。");
  }
}
