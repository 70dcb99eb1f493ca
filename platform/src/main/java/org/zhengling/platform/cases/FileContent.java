package org.zhengling.platform.cases;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhengling.engine.Refusal;

/**
 * Sees in its bytes what an uploaded file is; what it is called only has to agree. Nothing is
 * unpacked for that.
 */
final class FileContent {
  static final int LARGEST_BYTES = 20 * 1024 * 1024;

  private static final int END_OF_ARCHIVE = 0x06054b50;
  private static final int ENTRY_OF_ARCHIVE = 0x02014b50;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int MOST_ENTRIES = 10_000;
  private static final int PDF_END_WITHIN = 1024;

  private FileContent() {}

  /** Refuses what is empty, too large, of another kind, or not what its name says. */
  static FileType of(String fileName, byte[] bytes) {
    if (bytes.length == 0) {
      throw refusal("没有收下。这个文件是空的（0 字节）。", "请检查原文件，再传一次。");
    }
    if (bytes.length > LARGEST_BYTES) {
      throw refusal(
          "没有收下。这个文件有 " + bytes.length / 1024 / 1024 + " MB，一个文件最多 20 MB。", "请压缩图片或分成几个文件，再传。");
    }
    FileType type =
        sniffed(bytes)
            .orElseThrow(() ->
                refusal(
                    "没有收下。认不出这是什么文件。", "可以传 PDF、JPEG、PNG、WebP 图片、Word（.docx）、Excel（.xlsx）和文本文件。"));
    String extension = extension(fileName);
    if (!type.isNamed(extension)) {
      throw refusal(
          "没有收下。文件名以“." + extension + "”结尾，内容却是" + type.chinese() + "。",
          "请核对原文件；确是" + type.chinese() + "的，请把名字改成以“." + type.extension() + "”结尾。");
    }
    return type;
  }

  static Refusal refusal(String happened, String todo) {
    return new Refusal(Refusal.Kind.CALLER, happened, "其余都保留着。", todo);
  }

  private static String extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<FileType> sniffed(byte[] bytes) {
    String head = latin(bytes, 0, Math.min(bytes.length, 16));
    if (head.startsWith("%PDF-")) {
      return pdf(bytes);
    }
    if (head.startsWith("\u00FF\u00D8\u00FF")) {
      return Optional.of(FileType.JPEG);
    }
    if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
      return Optional.of(FileType.PNG);
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return Optional.of(FileType.WEBP);
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return office(bytes);
    }
    return isText(bytes) ? Optional.of(FileType.TEXT) : Optional.empty();
  }

  private static Optional<FileType> pdf(byte[] bytes) {
    int from = Math.max(0, bytes.length - PDF_END_WITHIN);
    if (!latin(bytes, from, bytes.length - from).contains("%%EOF")) {
      throw refusal("没有收下。这个 PDF 不完整，缺结尾。", "请重新扫描或重新导出，再传一次。");
    }
    return Optional.of(FileType.PDF);
  }

  private static Optional<FileType> office(byte[] bytes) {
    Set<String> names = names(bytes);
    if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
      throw refusal("没有收下。这个文件带宏。", "请另存为不带宏的 .docx 或 .xlsx，再传一次。");
    }
    if (!names.contains("[Content_Types].xml")) {
      return Optional.empty();
    }
    if (names.contains("word/document.xml")) {
      return Optional.of(FileType.DOCX);
    }
    return names.contains("xl/workbook.xml") ? Optional.of(FileType.XLSX) : Optional.empty();
  }

  /** The names in the directory of an archive; none where it has no readable one. */
  private static Set<String> names(byte[] bytes) {
    ByteBuffer archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int end = end(archive);
    Set<String> names = new HashSet<>();
    if (end < 0) {
      return names;
    }
    int entries = Math.min(archive.getShort(end + 10) & 0xFFFF, MOST_ENTRIES);
    long at = archive.getInt(end + 16) & 0xFFFF_FFFFL;
    for (int i = 0; i < entries; i++) {
      if (at + 46 > end || archive.getInt((int) at) != ENTRY_OF_ARCHIVE) {
        return Set.of();
      }
      int name = archive.getShort((int) at + 28) & 0xFFFF;
      int rest =
          (archive.getShort((int) at + 30) & 0xFFFF) + (archive.getShort((int) at + 32) & 0xFFFF);
      if (at + 46 + name > end) {
        return Set.of();
      }
      names.add(new String(bytes, (int) at + 46, name, StandardCharsets.UTF_8));
      at += 46L + name + rest;
    }
    return names;
  }

  private static int end(ByteBuffer archive) {
    int last = archive.limit() - 22;
    int first = Math.max(0, last - LONGEST_COMMENT);
    for (int at = last; at >= first; at--) {
      if (archive.getInt(at) == END_OF_ARCHIVE) {
        return at;
      }
    }
    return -1;
  }

  /** UTF-8 or GB 18030 without control characters. */
  private static boolean isText(byte[] bytes) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
        return text.chars().noneMatch(FileContent::isControl);
      } catch (CharacterCodingException _) {
        // The next charset may fit.
      }
    }
    return false;
  }

  private static boolean isControl(int letter) {
    return Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t';
  }

  private static String latin(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
