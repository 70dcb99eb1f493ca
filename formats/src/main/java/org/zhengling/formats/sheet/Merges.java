package org.zhengling.formats.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.zhengling.formats.sheet.Workbook.Merge;

/** Which cells of a workbook are merged; the library that reads the cells does not say. */
final class Merges {
  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

  private Merges() {}

  /** By the relation id that the workbook gives each sheet. */
  static Map<String, List<Merge>> byRelation(byte[] bytes) throws IOException {
    Map<String, String> parts = new HashMap<>();
    elements(
        bytes,
        "xl/_rels/workbook.xml.rels",
        xml -> {
          if (xml.getLocalName().equals("Relationship")) {
            String target = xml.getAttributeValue(null, "Target");
            String id = xml.getAttributeValue(null, "Id");
            if (id != null && target != null && target.contains("worksheets/")) {
              parts.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
          }
        });
    Map<String, List<Merge>> merges = new HashMap<>();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      List<Merge> found = new ArrayList<>();
      elements(
          bytes,
          part.getValue(),
          xml -> {
            if (xml.getLocalName().equals("mergeCell")) {
              add(found, xml.getAttributeValue(null, "ref"));
            }
          });
      merges.put(part.getKey(), found);
    }
    return merges;
  }

  private static void add(List<Merge> found, @Nullable String ref) {
    Matcher range = RANGE.matcher(ref == null ? "" : ref);
    if (range.matches()) {
      found.add(
          new Merge(
              Integer.parseInt(range.group(2)) - 1,
              column(range.group(1)),
              Integer.parseInt(range.group(4)) - 1,
              column(range.group(3))));
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  private static void elements(byte[] bytes, String part, Consumer<XMLStreamReader> see)
      throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Workbook.part(bytes, part)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          see.accept(xml);
        }
      }
    } catch (XMLStreamException broken) {
      throw new IOException("Maybe the part is damaged: " + part, broken);
    }
  }
}
