package org.zhengling.formats.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file that is nothing but text: UTF-16 when a byte order mark says so, UTF-8 (with
 * or without mark), or, where the bytes are not valid UTF-8, GB18030, which includes GBK and
 * GB2312.
 */
final class PlainText {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** One control character among so many others is not text. */
  private static final int CONTROLS_AMONG = 100;

  private PlainText() {}

  static String read(byte[] bytes) {
    String text = decode(bytes);
    long controls = text.chars().filter(PlainText::isControl).count();
    if (controls * CONTROLS_AMONG > text.length()) {
      throw binary();
    }
    return text;
  }

  /** Decodes the bytes, byte order mark off. */
  static String decode(byte[] bytes) {
    Charset marked = marked(bytes);
    if (marked == null && hasNull(bytes)) {
      throw binary();
    }
    List<Charset> candidates =
        marked == null ? List.of(StandardCharsets.UTF_8, GB18030) : List.of(marked);
    for (Charset candidate : candidates) {
      String text = decode(bytes, candidate);
      if (text != null) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      }
    }
    throw Unreadable.because("这个文件的文字编码认不出，既不是 UTF-8，也不是 GB18030。", "请用记事本另存为 UTF-8 编码的文本，再试一次。");
  }

  private static @Nullable Charset marked(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  private static boolean hasNull(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isControl(int c) {
    return c == 0xFFFD || (c < ' ' && "\t\n\f\r\u000B\u001A".indexOf(c) < 0);
  }

  /** The text, or null when the bytes are not valid in this encoding. */
  private static @Nullable String decode(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notThisEncoding) {
      return null;
    }
  }

  private static RuntimeException binary() {
    return Unreadable.because(
        "这不是文本文件（含有二进制内容）。", "请选 .txt、.md、.html、.docx 或有文字的 .pdf；文本的编码用 UTF-8 或 GB18030。");
  }
}
