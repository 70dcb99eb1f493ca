package org.zhengling.formats.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a Word file from the XML of its parts, as small as Word itself would still open. */
final class WordFile {
  static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  WordFile() {
    part(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type=\"http://schemas."
            + "openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>");
  }

  WordFile part(String name, String xml) {
    return part(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  WordFile part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  WordFile body(String xml) {
    return part(
        "word/document.xml",
        "<w:document" + NAMESPACES + "><w:body>" + xml + "<w:sectPr/></w:body></w:document>");
  }

  WordFile numbering(String xml) {
    return part("word/numbering.xml", "<w:numbering" + NAMESPACES + ">" + xml + "</w:numbering>");
  }

  WordFile styles(String xml) {
    return part("word/styles.xml", "<w:styles" + NAMESPACES + ">" + xml + "</w:styles>");
  }

  WordFile footnotes(String xml) {
    return part("word/footnotes.xml", "<w:footnotes" + NAMESPACES + ">" + xml + "</w:footnotes>");
  }

  /** A paragraph with properties and words. */
  static String p(String properties, String words) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + r(words) + "</w:p>";
  }

  static String p(String words) {
    return "<w:p>" + r(words) + "</w:p>";
  }

  static String r(String words) {
    return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
  }

  static String item(int list, int level, String words) {
    return p(
        "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>",
        words);
  }

  static String level(int level, String format, String text) {
    return "<w:lvl w:ilvl=\""
        + level
        + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\""
        + format
        + "\"/><w:lvlText w:val=\""
        + text
        + "\"/></w:lvl>";
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
