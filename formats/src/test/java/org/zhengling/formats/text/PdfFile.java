package org.zhengling.formats.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * Makes a PDF with Chinese words at given places. The font is named and not carried, as printing
 * shops did; its characters are found by the tables of Adobe-GB1.
 */
final class PdfFile {
  private final PDDocument document = new PDDocument();
  private StringBuilder content = new StringBuilder();

  /** Puts words on the page in hand, in points from the lower left corner. */
  PdfFile at(int x, int y, String words) {
    String hex = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_16BE));
    content.append("BT /F1 16 Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n".formatted(x, y, hex));
    return this;
  }

  /** Ends the page in hand. */
  PdfFile page() {
    return page("Font", font(), content.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** A page whose content is given as it is. */
  PdfFile page(String resource, COSDictionary named, byte[] drawn) {
    PDPage page = new PDPage(PDRectangle.A4);
    PDResources resources = new PDResources();
    COSDictionary byName = new COSDictionary();
    byName.setItem(COSName.getPDFName("F1"), named);
    resources.getCOSObject().setItem(COSName.getPDFName(resource), byName);
    page.setResources(resources);
    COSStream stream = new COSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(drawn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    page.getCOSObject().setItem(COSName.CONTENTS, stream);
    document.addPage(page);
    content = new StringBuilder();
    return this;
  }

  /** A page in a font that carries its glyphs under its own codes and does not name them. */
  PdfFile namelessPage() {
    COSDictionary font = font();
    font.setName(COSName.ENCODING, "Identity-H");
    font.setName(COSName.BASE_FONT, "ABCDEF+Own");
    COSDictionary glyphs =
        (COSDictionary) ((COSArray) font.getItem(COSName.DESCENDANT_FONTS)).get(0);
    glyphs.setName(COSName.BASE_FONT, "ABCDEF+Own");
    ((COSDictionary) glyphs.getItem(COSName.CIDSYSTEMINFO)).setString(COSName.ORDERING, "Identity");
    return page("Font", font, content.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static COSDictionary font() {
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "GB1");
    system.setInt(COSName.SUPPLEMENT, 4);
    COSDictionary glyphs = new COSDictionary();
    glyphs.setItem(COSName.TYPE, COSName.FONT);
    glyphs.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    glyphs.setName(COSName.BASE_FONT, "STSong-Light");
    glyphs.setItem(COSName.CIDSYSTEMINFO, system);
    glyphs.setItem(COSName.DW, COSInteger.get(1000));
    COSArray descendants = new COSArray();
    descendants.add(glyphs);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, "UniGB-UTF16-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (document) {
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  byte[] lockedWith(String password) {
    StandardProtectionPolicy policy =
        new StandardProtectionPolicy("owner", password, new AccessPermission());
    policy.setEncryptionKeyLength(128);
    try {
      document.protect(policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes();
  }
}
