package org.zhengling.formats.text;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers: no document type, no entity of others, no bottomless nesting. A walk over
 * the elements, nothing is built up.
 */
final class SafeXml {
  static final int DEEPEST = 200;

  /** What to do at each element; {@link #SKIP} leaves out everything inside it. */
  interface Walk {
    boolean SKIP = false;
    boolean ENTER = true;

    /** An element begins; its attributes can be asked for by name. */
    boolean begin(String name, XMLStreamReader at);

    default void end(String name) {}

    default void text(String words) {}
  }

  private SafeXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST + 1));
    return factory;
  }

  /** Walks over a part in the order of its text; broken XML is refused as a damaged file. */
  static void walk(byte[] part, Walk walk) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(part));
      int depth = 0;
      int skipped = 0;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            if (depth > DEEPEST) {
              throw Unreadable.bomb("层层嵌套");
            }
            if (skipped > 0 || walk.begin(xml.getLocalName(), xml) == Walk.SKIP) {
              skipped++;
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            if (skipped > 0) {
              skipped--;
            } else {
              walk.end(xml.getLocalName());
            }
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (skipped == 0) {
              walk.text(xml.getText());
            }
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw Unreadable.because(
                  "这个文件里夹带了文档类型定义或外部实体，Word 和 WPS 都不写这种内容，没有再往下读。", "请用 Word 或 WPS 打开核对，另存一份再试。");
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw Unreadable.damaged("DOCX");
    }
  }

  /** The value of an attribute whatever its namespace; empty when it is absent. */
  static String attribute(XMLStreamReader at, String name) {
    for (int i = 0; i < at.getAttributeCount(); i++) {
      if (at.getAttributeLocalName(i).equals(name)) {
        return at.getAttributeValue(i);
      }
    }
    return "";
  }

  /** A whole number of an attribute, or another one where it is absent or no number. */
  static int number(XMLStreamReader at, String name, int otherwise) {
    String value = attribute(at, name);
    return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }
}
