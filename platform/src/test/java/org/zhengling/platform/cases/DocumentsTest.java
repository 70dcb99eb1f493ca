package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.keys.KeyRotation;
import org.zhengling.platform.keys.Sm3;

/** Papers: what is taken, how it lies on the disk, and what becomes of files without a row. */
class DocumentsTest {
  private final Lamps lamps = new Lamps(Refusing.class);
  private final CityHall city = lamps.city;
  private final Documents documents = city.get(Documents.class);
  private final CaseFile file = lamps.open("one");

  /** The row fails after the file was written. */
  static class Refusing {
    private boolean on;

    @EventListener
    void changed(CaseChanged change) {
      if (on && change.kind().equals(OfficeAct.DOCUMENT_ADDED.kind())) {
        throw new IllegalStateException("the power fails between file and row");
      }
    }
  }

  @AfterEach
  void close() {
    lamps.close();
  }

  private Document add(String seed, String name, byte[] bytes) {
    return lamps
        .officer()
        .call(() -> documents.add(file.id(), Lamps.form("paper " + seed), "收入证明", name, bytes));
  }

  private List<Path> onDisk() {
    Path folder = city.get(FilesFolder.class).path();
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Maybe the folder went away", e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] pdf() {
    return text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  }

  private static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Maybe memory is a file now", e);
    }
    return bytes.toByteArray();
  }

  /** A picture as a camera writes it: turned by a quarter, with the place where it was taken. */
  private static byte[] photo(int width, int height) {
    byte[] plain = picture("jpeg", width, height);
    byte[] exif = {
      'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0,
      6, 0, 0, 0, 0, 0, 0
    };
    byte[] place = text("GPS 35.4,116.6");
    int length = 2 + exif.length + place.length;
    ByteBuffer photo = ByteBuffer.allocate(plain.length + 2 + length);
    photo.put(plain, 0, 2).put((byte) 0xFF).put((byte) 0xE1).putShort((short) length);
    photo.put(exif).put(place).put(plain, 2, plain.length - 2);
    return photo.array();
  }

  private static byte[] office(String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text("<a/>"));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Maybe memory is a file now", e);
    }
    return bytes.toByteArray();
  }

  /** A PNG of a few bytes that says it is very large. */
  private static byte[] pngBomb(int side) {
    ByteBuffer header = ByteBuffer.allocate(17).put(text("IHDR")).putInt(side).putInt(side);
    header.put(new byte[] {1, 0, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(header.array());
    ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4 + 12);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    png.putInt(13).put(header.array()).putInt((int) crc.getValue());
    png.putInt(0).put(text("IEND")).putInt(0xAE426082);
    return png.array();
  }

  @Test
  void every_kind_is_told_by_its_bytes() {
    assertThat(add("pdf", "a.pdf", pdf()).type()).isEqualTo(FileType.PDF);
    assertThat(add("jpg", "a.JPG", picture("jpeg", 40, 30)).type()).isEqualTo(FileType.JPEG);
    assertThat(add("png", "a.png", picture("png", 40, 30)).type()).isEqualTo(FileType.PNG);
    assertThat(add("webp", "a.webp", text("RIFF....WEBPVP8 ....")).type()).isEqualTo(FileType.WEBP);
    assertThat(add("docx", "a.docx", office("[Content_Types].xml", "word/document.xml")).type())
        .isEqualTo(FileType.DOCX);
    assertThat(add("xlsx", "a.xlsx", office("[Content_Types].xml", "xl/workbook.xml")).type())
        .isEqualTo(FileType.XLSX);
    assertThat(add("txt", "a.txt", text("收入 1,200.00 元\n")).type()).isEqualTo(FileType.TEXT);
    assertThat(add("gbk", "b.txt", "收入证明".getBytes(Charset.forName("GB18030"))).type())
        .isEqualTo(FileType.TEXT);
  }

  @Test
  void what_is_not_what_it_says_is_refused_and_nothing_is_kept() {
    refused("a.pdf", picture("jpeg", 40, 30), "内容却是JPEG 图片");
    refused("a.jpg", pdf(), "内容却是PDF 文件");
    refused("a.pdf", new byte[0], "0 字节");
    refused("a.pdf", text("%PDF-1.7 and then the line broke"), "不完整");
    refused("a.txt", new byte[] {1, 2, 3, 0, 5}, "认不出");
    refused("a.exe", text("MZ\u0000\u0001"), "认不出");
    refused("a.docx", office("[Content_Types].xml", "xl/workbook.xml"), "内容却是Excel 表格");
    refused(
        "a.docx", office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "带宏");
    refused("a.docx", office("readme.txt"), "认不出");
    refused("a.docx", text("PK\u0003\u0004 nothing follows"), "认不出");
    refused("a.txt", new byte[FileContent.LARGEST_BYTES + 1], "最多 20 MB");
    refused("a", text("文字"), "结尾");
    assertThat(onDisk()).isEmpty();
    assertThat(lamps.officer().call(() -> documents.of(file.id()))).isEmpty();
  }

  @Test
  void a_picture_that_says_it_is_enormous_or_is_torn_is_refused() {
    refused("a.png", pngBomb(60_000), "60000 × 60000");
    refused("a.png", pngBomb(100), "打不开");
    byte[] torn = picture("png", 400, 300);
    refused("a.png", java.util.Arrays.copyOf(torn, torn.length / 3), "打不开");
    assertThat(onDisk()).isEmpty();
  }

  private void refused(String name, byte[] bytes, String says) {
    assertThatThrownBy(() -> add(name + bytes.length, name, bytes))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CALLER);
              assertThat(refusal.getMessage()).contains(says);
              assertThat(refusal.todo()).isNotBlank();
            });
  }

  @Test
  void the_original_comes_back_byte_for_byte_and_lies_sealed_under_its_digest() throws IOException {
    byte[] bytes = text("收入 1,200.00 元");
    Document paper = add("one", "张三的收入.txt", bytes);
    assertThat(paper.digest()).isEqualTo(Sm3.hex(bytes));
    assertThat(lamps.officer().call(() -> documents.original(paper))).isEqualTo(bytes);
    assertThat(onDisk()).hasSize(1);
    assertThat(onDisk().getFirst().getFileName()).hasToString(paper.digest());
    assertThat(new String(Files.readAllBytes(onDisk().getFirst()), StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_picture_is_shown_upright_small_and_without_where_it_was_taken() throws IOException {
    byte[] photo = photo(4000, 3000);
    Document paper = add("photo", "IMG.jpg", photo);
    byte[] shown = lamps.officer().call(() -> documents.picture(paper));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(1600);
    assertThat(new String(shown, StandardCharsets.ISO_8859_1))
        .doesNotContain("GPS")
        .doesNotContain("Exif");
    // Red was on the left; turned by a quarter it is on top.
    assertThat(new Color(image.getRGB(600, 100)).getRed()).isGreaterThan(200);
    assertThat(new Color(image.getRGB(600, 1500)).getRed()).isLessThan(60);
    assertThat(lamps.officer().call(() -> documents.original(paper))).isEqualTo(photo);
  }

  @Test
  void the_same_form_twice_brings_a_paper_once_and_the_same_content_lies_once() {
    Document first = add("form", "a.txt", text("一样"));
    assertThat(add("form", "a.txt", text("一样"))).isEqualTo(first);
    Document other = add("other", "b.txt", text("一样"));
    assertThat(other.id()).isNotEqualTo(first.id());
    assertThat(onDisk()).hasSize(1);
    assertThat(lamps.officer().call(() -> documents.of(file.id()))).hasSize(2);
  }

  @Test
  void a_file_that_lost_its_row_is_swept_and_no_other() throws IOException {
    Document kept = add("kept", "a.txt", text("留着"));
    city.get(Refusing.class).on = true;
    assertThatThrownBy(() -> add("lost", "b.txt", text("没有行")))
        .isInstanceOf(IllegalStateException.class);
    city.get(Refusing.class).on = false;
    Path stray = onDisk().getFirst().resolveSibling(kept.digest() + ".0011223344556677.part");
    Files.write(stray, text("half"));
    int before = onDisk().size();
    assertThat(documents.sweep()).isEqualTo(before - 1);
    assertThat(onDisk()).hasSize(1);
    assertThat(lamps.officer().call(() -> documents.original(kept))).isEqualTo(text("留着"));
    assertThat(documents.sweep()).isZero();
  }

  @Test
  void a_file_that_was_changed_or_lost_is_not_shown() throws IOException {
    Document paper = add("one", "a.txt", text("原样"));
    Path place = onDisk().getFirst();
    byte[] sealed = Files.readAllBytes(place);
    sealed[sealed.length - 1] ^= 1;
    Files.write(place, sealed);
    assertThatThrownBy(() -> lamps.officer().call(() -> documents.original(paper)))
        .isInstanceOf(Refusal.class);
    Files.delete(place);
    assertThatThrownBy(() -> lamps.officer().call(() -> documents.original(paper)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("不在它的目录里");
  }

  @Test
  void keys_change_and_everything_still_opens() {
    Document paper = add("one", "a.txt", text("原样"));
    long before = key();
    new org.zhengling.platform.access.Scope(List.of(CityHall.CITY))
        .call(() -> city.get(KeyRotation.class).rotate());
    assertThat(key()).isGreaterThan(before);
    assertThat(lamps.officer().call(() -> documents.original(paper))).isEqualTo(text("原样"));
    assertThat(lamps.officer().call(() -> city.get(Cases.class).actions(file.id()))).hasSize(2);
  }

  private long key() {
    return city.seeingEverything()
        .sql("select key from cases.stored_file")
        .query(Long.class)
        .single();
  }

  @Test
  void who_reads_a_paper_is_recorded_and_a_stranger_does_not_find_it() {
    Document paper = add("one", "a.txt", text("原样"));
    lamps.as(lamps.officer(), () -> documents.original(paper));
    assertThat(
            city.seeingEverything()
                .sql("select count(*) from audit.entry where act = 'READ_DOCUMENT'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThatThrownBy(() ->
            lamps.as(
                city.at(CityHall.WEISHAN, org.zhengling.platform.access.PostKind.CASE_OFFICER),
                () -> documents.document(paper.id())))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() ->
            lamps.as(
                city.at(CityHall.WEISHAN, org.zhengling.platform.access.PostKind.CASE_OFFICER),
                () -> documents.original(paper)))
        .isInstanceOf(Refusal.class);
  }
}
