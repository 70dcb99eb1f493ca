package org.zhengling.formats.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sees in its first bytes what a file is, and refuses the kinds that hold no text to be had. */
final class FileKind {
  private static final int HEAD = 4096;

  private static final String OFFICE_BEFORE_2007 =
      "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  private static final Pattern HTML =
      Pattern.compile(
          "^(?:<\\?xml[^>]*+>|<!--.*?-->|\\s++)*<(!doctype\\s+html|html|head|body|title|meta|div|p|table|span|article|section)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern WORD_2003 =
      Pattern.compile("(?s)^\\s*<\\?xml.*(Word\\.Document|wordDocument|pkg:package).*");

  private static final String OCR = "请用带文字识别（OCR）的扫描软件转成 PDF 或文本，再试一次。";

  /** A kind of file that is known and not read: its first bytes, what it is, the way out. */
  private record Stranger(String begins, String is, String todo) {}

  private static final List<Stranger> STRANGERS =
      List.of(
          new Stranger("\u0089PNG", "图片", OCR),
          new Stranger("\u00FF\u00D8\u00FF", "图片", OCR),
          new Stranger("GIF8", "图片", OCR),
          new Stranger("II*\0", "图片", OCR),
          new Stranger("MM\0*", "图片", OCR),
          new Stranger("RIFF", "图片、声音或视频", OCR),
          new Stranger("{\\rtf", " RTF 文件", "请用 Word 或 WPS 另存为 .docx，再试一次。"),
          new Stranger("Rar!", "压缩文件", "请先解压，再读里面的文件。"),
          new Stranger("7z\u00BC\u00AF", "压缩文件", "请先解压，再读里面的文件。"),
          new Stranger("\u001F\u008B", "压缩文件", "请先解压，再读里面的文件。"));

  private FileKind() {}

  static SourceText.Kind of(String name, byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    for (Stranger stranger : STRANGERS) {
      if (head.startsWith(stranger.begins())) {
        throw Unreadable.because("这是" + stranger.is() + "，里面没有可以读取的文字。", stranger.todo());
      }
    }
    if (head.startsWith(OFFICE_BEFORE_2007)) {
      throw beforeXml(name, bytes);
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return SourceText.Kind.DOCX;
    }
    int pdf = head.indexOf("%PDF-");
    if (pdf >= 0 && pdf < 1024 && (pdf == 0 || head.substring(0, pdf).isBlank() || hasNull(head))) {
      return SourceText.Kind.PDF;
    }
    String ascii = head.replaceFirst("^\u00EF\u00BB\u00BF", "").replace("\0", "");
    ascii = ascii.replaceFirst("^(\u00FF\u00FE|\u00FE\u00FF)", "");
    if (WORD_2003.matcher(ascii).matches()) {
      throw Unreadable.because("这是 Word 2003 的 XML 文件，现在不读这一种。", "请用 Word 或 WPS 另存为 .docx，再试一次。");
    }
    return HTML.matcher(ascii).matches() ? SourceText.Kind.HTML : SourceText.Kind.TEXT;
  }

  private static boolean hasNull(String head) {
    return head.indexOf('\0') >= 0;
  }

  /** One container for .doc, .xls, .ppt, .wps and .et, and for a .docx with a password. */
  private static RuntimeException beforeXml(String name, byte[] bytes) {
    String content = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (content.contains("EncryptedPackage")) {
      return Unreadable.because("这份文件设了打开密码。", "请用 Word 或 WPS 打开，取消密码后另存，再试一次。");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String is = "旧版 Word 文件（.doc）或 WPS 文件";
    if (lower.endsWith(".wps")) {
      is = " WPS 文字文件（.wps）";
    } else if (lower.endsWith(".xls") || lower.endsWith(".et")) {
      is = "旧版表格文件";
    } else if (lower.endsWith(".ppt") || lower.endsWith(".dps")) {
      is = "旧版演示文件";
    }
    return Unreadable.because("这是" + is + "，现在不读这一种。", "请用 Word 或 WPS 另存为 .docx，再试一次。");
  }
}
