package org.zhengling.platform.cases;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.zhengling.engine.Refusal;

/**
 * The picture that a page shows: upright, at most 1600 pixels long, a JPEG that holds nothing but
 * the picture; where and with what it was taken stays in the original alone.
 *
 * <ol>
 *   <li>Width and height are read before a pixel is: too many are refused.
 *   <li>A large picture is read in steps of several pixels, so that it never lies in memory whole.
 *   <li>It is turned as its camera noted, and written anew.
 * </ol>
 */
final class PagePicture {
  private static final int LONGEST_SIDE = 1600;
  private static final long MOST_PIXELS = 100_000_000;

  private PagePicture() {}

  /** Of a JPEG or PNG; empty for a kind that this Java cannot read. */
  static Optional<byte[]> of(FileType type, byte[] bytes) {
    return switch (type) {
      case JPEG -> Optional.of(drawn("jpeg", bytes, turn(bytes)));
      case PNG -> Optional.of(drawn("png", bytes, 1));
      case PDF, WEBP, DOCX, XLSX, TEXT -> Optional.empty();
    };
  }

  private static byte[] drawn(String format, byte[] bytes, int turn) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return written(upright(read(reader), turn));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw FileContent.refusal("没有收下。这张图片打不开，可能没有拍完整或已经损坏。", "请重拍或另存一张，再传一次。");
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      throw tooManyPixels(width, height);
    }
    int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, param);
  }

  private static Refusal tooManyPixels(int width, int height) {
    return FileContent.refusal("没有收下。这张图片有 " + width + " × " + height + " 个像素，超过 1 亿个。", "请缩小后再传。");
  }

  /** Scaled, and turned as the camera noted. */
  private static BufferedImage upright(BufferedImage image, int turn) {
    int longest = Math.max(image.getWidth(), image.getHeight());
    double scale = Math.min(1.0, (double) LONGEST_SIDE / longest);
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    boolean onItsSide = turn >= 5;
    BufferedImage drawn =
        new BufferedImage(
            onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setTransform(turned(turn, width, height));
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  /** The eight ways of Exif, as a matrix from the picture as it lies to the picture upright. */
  private static AffineTransform turned(int turn, int width, int height) {
    return switch (turn) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static byte[] written(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.82f);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Tag 0x0112 of the Exif part of a JPEG; 1 where there is none to be read. */
  private static int turn(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    int at = 2;
    while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      int length = file.getShort(at + 2) & 0xFFFF;
      if (marker == 0xE1 && at + 10 <= bytes.length && isExif(bytes, at + 4)) {
        return turn(file, at + 10, Math.min(bytes.length, at + 2 + length));
      }
      if (marker == 0xDA || length < 2) {
        return 1;
      }
      at += 2 + length;
    }
    return 1;
  }

  private static boolean isExif(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1).equals("Exif");
  }

  private static int turn(ByteBuffer file, int start, int end) {
    if (start + 8 > end) {
      return 1;
    }
    file.order(file.get(start) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = start + (file.getInt(start + 4) & 0xFFFF_FFFFL);
    if (directory + 2 > end) {
      return 1;
    }
    int entries = file.getShort((int) directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > end) {
        return 1;
      }
      if ((file.getShort((int) entry) & 0xFFFF) == 0x0112) {
        return file.getShort((int) entry + 8) & 0xFFFF;
      }
    }
    return 1;
  }
}
