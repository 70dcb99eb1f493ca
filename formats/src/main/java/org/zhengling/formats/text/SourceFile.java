package org.zhengling.formats.text;

import org.zhengling.engine.Refusal;

/**
 * The one entrance for files that hold official text: plain text, HTML, DOCX and PDF. What a file
 * is, is seen in its bytes; its name only helps to say what is wrong with it.
 */
public final class SourceFile {
  /** The largest file that is read, in bytes. */
  public static final int LARGEST = 100 << 20;

  private SourceFile() {}

  /**
   * Takes the words out of a file, a paragraph or a printed line on each line; a file that holds
   * none, or none that can be had, is a {@link Refusal} of kind CALLER.
   *
   * @param name the file's name as its owner knows it; may be empty
   */
  public static SourceText read(String name, byte[] bytes) {
    if (bytes.length == 0) {
      throw Unreadable.empty();
    }
    if (bytes.length > LARGEST) {
      throw Unreadable.because(
          "文件有 " + (bytes.length >> 20) + " MB，超过 " + (LARGEST >> 20) + " MB。", "请拆成几份，一份一份地读。");
    }
    SourceText.Kind kind = FileKind.of(name, bytes);
    String words =
        switch (kind) {
          case TEXT -> PlainText.read(bytes);
          case HTML -> HtmlText.read(bytes);
          case DOCX -> DocxText.read(bytes);
          case PDF -> PdfText.read(bytes);
        };
    String text = Letters.usual(words);
    if (text.isBlank()) {
      throw Unreadable.empty();
    }
    return new SourceText(kind, text);
  }
}
