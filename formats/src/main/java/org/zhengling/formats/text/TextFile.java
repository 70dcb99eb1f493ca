package org.zhengling.formats.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.Refusal;

/**
 * The text of a file in UTF-8 (with or without byte order mark) or, where the bytes are not valid
 * UTF-8, in GB18030, which includes GBK and GB2312.
 */
public final class TextFile {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private TextFile() {}

  /** Decodes the bytes; an empty or a binary file is a {@link Refusal} of kind CALLER. */
  public static String read(byte[] bytes) {
    refuseOtherFormats(bytes);
    String text = decode(bytes, StandardCharsets.UTF_8);
    if (text == null) {
      text = decode(bytes, GB18030);
    }
    if (text == null) {
      throw refused("这个文件的文字编码认不出，既不是 UTF-8，也不是 GB18030。", "请用记事本另存为 UTF-8 编码的文本，再试一次。");
    }
    String words = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (words.isBlank()) {
      throw refused("文件是空的，没有文字。", "请选一个有文字的文件。");
    }
    return words;
  }

  private static void refuseOtherFormats(byte[] bytes) {
    if (startsWith(bytes, "%PDF-")) {
      throw refused("这是 PDF 文件，现在还读不了。", "请把其中的文字另存为文本（.txt），再试一次。");
    }
    if (startsWith(bytes, "PK\u0003\u0004")) {
      throw refused("这是 DOCX、XLSX 或压缩文件，现在还读不了。", "请另存为文本（.txt），再试一次。");
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw refused("这不是文本文件（含有二进制内容）。", "请选 .txt 或 .md 文本，编码用 UTF-8 或 GB18030。");
      }
    }
  }

  private static boolean startsWith(byte[] bytes, String signature) {
    byte[] start = signature.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= start.length
        && ByteBuffer.wrap(bytes, 0, start.length).equals(ByteBuffer.wrap(start));
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

  private static Refusal refused(String happened, String todo) {
    return new Refusal(Refusal.Kind.CALLER, "没有读成。" + happened, todo);
  }
}
