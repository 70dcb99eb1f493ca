package org.zhengling.formats.akn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The identification of a document in the three steps of FRBR: work, expression, manifestation. */
final class AknMeta {
  /** The form demands a day; this one, named unknown, stands where the text prints none. */
  private static final LocalDate UNKNOWN = LocalDate.of(1, 1, 1);

  private final AknXml xml;
  private final String prefix;

  /**
   * @param prefix of every eId, since an issue of several documents has one space of names
   */
  AknMeta(AknXml xml, String prefix) {
    this.xml = xml;
    this.prefix = prefix;
  }

  void write(String uri, @Nullable LocalDate day, String issuer, String number, String title) {
    String author = "#" + prefix + (issuer.isEmpty() ? "zhengling" : "issuer");
    String expression = uri + "/zho@" + (day == null ? "" : day);
    xml.open("meta");
    xml.open("identification").set("source", "#" + prefix + "zhengling");
    xml.open("FRBRWork");
    core(uri, day, author);
    xml.open("FRBRcountry").set("value", "cn").close();
    if (!number.isEmpty()) {
      xml.open("FRBRnumber").set("value", number).close();
    }
    xml.open("FRBRname").set("value", title).close();
    xml.close();
    xml.open("FRBRExpression");
    core(expression, day, author);
    xml.open("FRBRlanguage").set("language", "zho").close();
    xml.close();
    xml.open("FRBRManifestation");
    core(expression + ".akn", day, "#" + prefix + "zhengling");
    xml.close().close();
    references(issuer);
    xml.close();
  }

  private void core(String uri, @Nullable LocalDate day, String author) {
    xml.open("FRBRthis").set("value", uri + "/!main").close();
    xml.open("FRBRuri").set("value", uri).close();
    xml.open("FRBRdate")
        .set("date", (day == null ? UNKNOWN : day).toString())
        .set("name", day == null ? "unknown" : "written")
        .close();
    xml.open("FRBRauthor").set("href", author).close();
  }

  private void references(String issuer) {
    xml.open("references").set("source", "#" + prefix + "zhengling");
    organisation("zhengling", "zhengling", "政令通");
    if (!issuer.isEmpty()) {
      organisation("issuer", issuer, issuer);
    }
    xml.close();
  }

  private void organisation(String id, String name, String shown) {
    xml.open("TLCOrganization")
        .set("eId", prefix + id)
        .set("href", "/akn/ontology/organization/" + AknNames.word(name))
        .set("showAs", shown)
        .close();
  }
}
