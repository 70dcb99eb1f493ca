package org.zhengling.formats.akn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.OfficialDocument;

/**
 * A gazette as XML modelled on Akoma Ntoso 3.0: one document alone is a {@code doc}; several, or a
 * document with a chronicle, are an {@code officialGazette} with one component each.
 */
public final class AkomaNtoso {
  private final AknXml xml = new AknXml();
  private final Gazette gazette;

  private AkomaNtoso(Gazette gazette) {
    this.gazette = gazette;
  }

  /** Writes a gazette; the same gazette always gives the same text. */
  public static String write(Gazette gazette) {
    AkomaNtoso form = new AkomaNtoso(gazette);
    form.xml.open("akomaNtoso").set("xmlns", AknXml.NAMESPACE);
    boolean single =
        gazette.documents().size() == 1
            && gazette.chronicle().isEmpty()
            && gazette.unplaced().isEmpty();
    if (single) {
      new AknDocument(form.xml, gazette.documents().getFirst(), "").write();
    } else {
      form.issue();
    }
    form.xml.close();
    return form.xml.text();
  }

  private void issue() {
    LocalDate day = lastDay();
    xml.open("officialGazette").set("name", "gazette");
    new AknMeta(xml, "").write(AknNames.issue(day), day, "", "", "公报");
    xml.open("collectionBody");
    int component = 0;
    for (OfficialDocument document : gazette.documents()) {
      component++;
      beginComponent(component);
      new AknDocument(xml, document, prefix(component)).write();
      xml.close();
    }
    if (!gazette.chronicle().isEmpty()) {
      component++;
      beginComponent(component);
      chronicle(prefix(component), day);
      xml.close();
    }
    if (component == 0 || !gazette.unplaced().isEmpty()) {
      component++;
      beginComponent(component);
      unplaced(prefix(component));
      xml.close();
    }
    xml.close();
    xml.close();
  }

  private void beginComponent(int number) {
    xml.open("component").set("eId", "cmpnt_" + number);
  }

  private static String prefix(int component) {
    return "cmpnt_" + component + "__";
  }

  /** The day of the latest document or event: an issue says no day of its own that can be read. */
  private @Nullable LocalDate lastDay() {
    LocalDate last = null;
    for (OfficialDocument document : gazette.documents()) {
      LocalDate day = AknNames.day(document);
      last = last == null || (day != null && day.isAfter(last)) ? day : last;
    }
    for (ChronicleEntry entry : gazette.chronicle()) {
      last = last == null || entry.lastDay().isAfter(last) ? entry.lastDay() : last;
    }
    return last;
  }

  private void chronicle(String prefix, @Nullable LocalDate day) {
    xml.open("doc").set("name", "chronicle");
    new AknMeta(xml, prefix).write(AknNames.issue(day) + "/chronicle", day, "", "", "大事记");
    xml.open("mainBody");
    int number = 0;
    for (ChronicleEntry entry : gazette.chronicle()) {
      number++;
      String id = prefix + "hcontainer_" + number;
      xml.open("hcontainer").set("eId", id).set("name", "event");
      xml.open("content").set("eId", id + "__content_1");
      xml.open("p");
      date(entry.firstDay());
      if (!entry.lastDay().equals(entry.firstDay())) {
        xml.words("至");
        date(entry.lastDay());
      }
      xml.words("　" + entry.text());
      xml.close().close().close();
    }
    xml.close().close();
  }

  private void date(LocalDate day) {
    xml.inline("date").set("date", day.toString()).words(AknNames.chinese(day)).closeInline();
  }

  /** What could not be placed is listed here too; nothing of the text is dropped. */
  private void unplaced(String prefix) {
    xml.open("interstitial").set("eId", prefix + "interstitial_1");
    for (Gazette.Unplaced line : gazette.unplaced()) {
      xml.open("p").words(line.text()).close();
    }
    xml.close();
  }
}
