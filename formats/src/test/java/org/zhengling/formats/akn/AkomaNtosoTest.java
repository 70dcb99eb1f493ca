package org.zhengling.formats.akn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.GazetteReader;

/**
 * The rules of the form that stand for its published schema: what may stand in what, and in order.
 */
class AkomaNtosoTest {
  private static final Path ROOT = Path.of(System.getProperty("zl.root", ".."));

  private static final String TEXT =
      """
      甲市人民政府关于修渠的意见
      甲政发〔2020〕9号
      各县人民政府：
      根据《水渠条例》和乙政发〔2019〕1号文件，提出意见。
      一、普查。查清水渠 & 涵洞。
      （一）干渠。先查干渠。
      1. 登记。逐条登记 <编号>。
      （二）支渠。按照《水渠条例》办理。
      二、整修。修好水渠。
      附件：水渠清单
      甲市人民政府
      2020年3月5日
      （2020年3月6日印发）
      """;

  private static final Set<String> HIERARCHY =
      Set.of(
          "chapter",
          "section",
          "article",
          "paragraph",
          "subparagraph",
          "point",
          "indent",
          "hcontainer");

  /** Children of an element in the order that the schema demands; those of one group are equal. */
  private static final Map<String, List<String>> ORDER =
      Map.ofEntries(
          Map.entry("akomaNtoso", List.of("doc officialGazette")),
          Map.entry("officialGazette", List.of("meta", "collectionBody")),
          Map.entry("collectionBody", List.of("component")),
          Map.entry("component", List.of("doc interstitial")),
          Map.entry("interstitial", List.of("p")),
          Map.entry("doc", List.of("meta", "preface", "mainBody", "conclusions", "attachments")),
          Map.entry("meta", List.of("identification", "references")),
          Map.entry("identification", List.of("FRBRWork", "FRBRExpression", "FRBRManifestation")),
          Map.entry(
              "FRBRWork",
              List.of(
                  "FRBRthis",
                  "FRBRuri",
                  "FRBRdate",
                  "FRBRauthor",
                  "FRBRcountry",
                  "FRBRnumber",
                  "FRBRname")),
          Map.entry(
              "FRBRExpression",
              List.of("FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage")),
          Map.entry("FRBRManifestation", List.of("FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor")),
          Map.entry("references", List.of("TLCOrganization")),
          Map.entry("preface", List.of("p")),
          Map.entry("conclusions", List.of("p")),
          Map.entry("intro", List.of("p")),
          Map.entry("content", List.of("p")),
          Map.entry("mainBody", List.of(String.join(" ", HIERARCHY) + " p")),
          Map.entry("attachments", List.of("attachment")),
          Map.entry("attachment", List.of("heading", "documentRef")),
          Map.entry("p", List.of("ref date docAuthority docNumber docTitle docDate")));

  @Test
  void a_document_has_its_head_its_clauses_and_its_annexes() throws Exception {
    Document xml = parse(AkomaNtoso.write(GazetteReader.read(TEXT)));
    assertThat(xml.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://docs.oasis-open.org/legaldocml/ns/akn/3.0");
    assertThat(text(xml, "docNumber")).containsExactly("甲政发〔2020〕9号");
    assertThat(attributes(xml, "FRBRuri", "value"))
        .first()
        .isEqualTo("/akn/cn/doc/2020/甲政发〔2020〕9号");
    assertThat(attributes(xml, "docDate", "date")).containsExactly("2020-03-05");
    assertThat(text(xml, "num")).containsExactly("一、", "（一）", "1.", "（二）", "二、", "附件");
    assertThat(attributes(xml, "point", "eId")).containsExactly("para_1__subpara_1__point_1");
    Element point = (Element) xml.getElementsByTagNameNS("*", "point").item(0);
    assertThat(((Element) point.getParentNode()).getAttribute("eId"))
        .isEqualTo("para_1__subpara_1");
    assertThat(point.getTextContent()).contains("逐条登记 <编号>。");
    assertThat(attributes(xml, "documentRef", "showAs")).containsExactly("水渠清单");
  }

  @Test
  void names_of_other_documents_are_references() throws Exception {
    Document xml = parse(AkomaNtoso.write(GazetteReader.read(TEXT)));
    assertThat(text(xml, "ref")).containsExactly("《水渠条例》", "乙政发〔2019〕1号", "《水渠条例》");
    assertThat(attributes(xml, "ref", "href"))
        .containsExactly("/akn/cn/doc/水渠条例", "/akn/cn/doc/2019/乙政发〔2019〕1号", "/akn/cn/doc/水渠条例");
  }

  @Test
  void articles_stand_in_their_chapters_and_an_unknown_day_is_called_so() throws Exception {
    Document xml =
        parse(
            AkomaNtoso.write(
                GazetteReader.read(
                    "甲市水渠管理办法\n第一章 总则\n第一条 保护水渠。\n第二条 本市的水渠适用本办法。\n第二章 管理\n第三条 不得填埋。\n")));
    List<String> chapters = new ArrayList<>();
    elements(xml, "article")
        .forEach(article -> chapters.add(((Element) article.getParentNode()).getAttribute("eId")));
    assertThat(chapters).containsExactly("chp_1", "chp_1", "chp_2");
    assertThat(attributes(xml, "FRBRdate", "name")).containsOnly("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "今天天气\u0001很好。", TEXT, TEXT + "# 甲市大事记\n2020年3月\n**3日至5日** 甲市修渠。\n"})
  void whatever_was_read_keeps_the_rules_of_the_form(String text) throws Exception {
    keepsTheRules(GazetteReader.read(text));
  }

  @Test
  void the_sample_gazette_keeps_the_rules_of_the_form() throws Exception {
    Path sample = ROOT.resolve("app/src/main/resources/demo/sample-gazette.txt");
    keepsTheRules(GazetteReader.read(Files.readString(sample)));
  }

  @Test
  void the_gazette_of_the_city_keeps_the_rules_of_the_form() throws Exception {
    Path real = ROOT.resolve("../shared/gazette/jining-2020.txt");
    assumeTrue(Files.exists(real), "../shared is not there: the real gazette is not checked");
    keepsTheRules(GazetteReader.read(Files.readString(real)));
  }

  private static void keepsTheRules(Gazette gazette) throws Exception {
    Document xml = parse(AkomaNtoso.write(gazette));
    List<String> ids = new ArrayList<>();
    for (Element element : elements(xml, "*")) {
      if (element.hasAttribute("eId")) {
        ids.add(element.getAttribute("eId"));
      }
      String name = element.getLocalName();
      if (HIERARCHY.contains(name)) {
        assertThat(element.getAttribute("eId")).as(name).isNotEmpty();
        ordered(element, List.of("num", "heading", "intro content", String.join(" ", HIERARCHY)));
      } else if (ORDER.containsKey(name)) {
        ordered(element, ORDER.get(name));
      } else {
        assertThat(elements(element)).as(name).isEmpty();
      }
    }
    assertThat(ids).doesNotHaveDuplicates().noneMatch(id -> id.matches(".*\\s.*"));
    assertThat(attributes(xml, "FRBRdate", "date"))
        .allMatch(day -> day.matches("\\d{4}-\\d\\d-\\d\\d"));
    for (Element element : elements(xml, "identification")) {
      assertThat(ids).contains(element.getAttribute("source").substring(1));
    }
  }

  private static void ordered(Element parent, List<String> order) {
    int at = 0;
    for (Element child : elements(parent)) {
      while (at < order.size()
          && !List.of(order.get(at).split(" ")).contains(child.getLocalName())) {
        at++;
      }
      assertThat(at)
          .as(parent.getLocalName() + " > " + child.getLocalName())
          .isLessThan(order.size());
    }
  }

  private static Document parse(String xml) throws ParserConfigurationException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Element> elements(Document xml, String name) {
    return elements(xml.getElementsByTagNameNS("*", name));
  }

  private static List<Element> elements(Element parent) {
    return elements(parent.getChildNodes());
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static List<String> text(Document xml, String name) {
    return elements(xml, name).stream().map(Element::getTextContent).toList();
  }

  private static List<String> attributes(Document xml, String name, String attribute) {
    return elements(xml, name).stream().map(element -> element.getAttribute(attribute)).toList();
  }
}
