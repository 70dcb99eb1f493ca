package org.zhengling.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.zhengling.engine.Refusal;

/**
 * The text layer of a PDF: printed lines in the order of the file, pages kept, indented lines
 * marked by two blanks, blanks inside Chinese words taken out.
 */
final class PdfText {
  static final int MOST_PAGES = 5_000;

  /** Bytes of one stream that is not a picture, unpacked. */
  static final long LARGEST_STREAM = 64L << 20;

  /** Fewer letters than this on a page, on the average, are page numbers on a scan. */
  private static final int LETTERS_OF_A_PAGE = 6;

  /** One in so many letters may be unknown before the text layer is called unusable. */
  private static final int UNKNOWN_AMONG = 5;

  static {
    FontMappers.set(new NoFonts());
  }

  private PdfText() {}

  static String read(byte[] bytes) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      int pages = document.getNumberOfPages();
      if (pages > MOST_PAGES) {
        throw Unreadable.because(
            "这个 PDF 有 " + pages + " 页，超过 " + MOST_PAGES + " 页。", "请拆成几份，一份一份地读。");
      }
      refuseBomb(document.getDocument());
      PdfLines lines = new PdfLines();
      String text = lines.read(document);
      refuseScan(text, pages, lines.nameless());
      return text;
    } catch (InvalidPasswordException e) {
      throw Unreadable.because("这个 PDF 设了打开密码。", "请打开后取消密码，另存一份再试。");
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException e) {
      // The parser answers a broken file with whatever broke first.
      throw Unreadable.damaged("PDF");
    }
  }

  /** Glyphs whose font does not tell their character are no text, even where they look like one. */
  private static void refuseScan(String text, int pages, long nameless) {
    long letters = text.chars().filter(Character::isLetter).count();
    long unknown =
        nameless + text.chars().filter(c -> c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF)).count();
    if (unknown * UNKNOWN_AMONG > letters + unknown) {
      throw Unreadable.because("这个 PDF 的文字层是乱码，字体没有写明对应的汉字。", "请向发文单位要 .docx，或用带文字识别（OCR）的软件重新转换。");
    }
    if (letters < (long) LETTERS_OF_A_PAGE * Math.max(pages, 1)) {
      throw Unreadable.because("这个 PDF 是扫描的图像，没有文字层。", "请用带文字识别（OCR）的扫描软件转换后再试，或向发文单位要 .docx。");
    }
  }

  /** What is unpacked to read the words is measured first; pictures are never unpacked. */
  private static void refuseBomb(COSDocument document) throws IOException {
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      if (document.getObjectFromPool(key).getObject() instanceof COSStream stream
          && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
          && isDeflated(stream)) {
        measure(stream);
      }
    }
  }

  private static boolean isDeflated(COSStream stream) {
    COSBase filters = stream.getFilters();
    return COSName.FLATE_DECODE.equals(
        filters instanceof COSArray several ? several.getObject(0) : filters);
  }

  private static void measure(COSStream stream) throws IOException {
    byte[] piece = new byte[1 << 16];
    long size = 0;
    try (InputStream in = new InflaterInputStream(stream.createRawInputStream())) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        size += read;
        if (size > LARGEST_STREAM) {
          throw Unreadable.bomb("有一段超过 " + (LARGEST_STREAM >> 20) + " MB");
        }
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      // Cut short; the parser reads what there is of it.
      return;
    }
  }
}
