package org.zhengling.formats.akn;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.law.ClausePath.Kind;

/** One official document as a {@code doc}: head, clauses in their tree, signature, annexes. */
final class AknDocument {
  private final AknXml xml;
  private final OfficialDocument document;
  private final String prefix;

  /** Names of other documents as they stand in the text, and where they lead. */
  private final Map<String, String> targets = new TreeMap<>();

  AknDocument(AknXml xml, OfficialDocument document, String prefix) {
    this.xml = xml;
    this.document = document;
    this.prefix = prefix;
    document.basis().forEach(basis -> target(basis.title(), basis.number()));
    document.references().forEach(reference -> target(reference.title(), reference.number()));
  }

  private void target(String title, String number) {
    if (!number.isEmpty()) {
      targets.put(number, AknNames.work(number, title));
    }
    if (!title.isEmpty()) {
      targets.putIfAbsent("《" + title + "》", AknNames.work(number, title));
    }
  }

  void write() {
    xml.open("doc").set("name", document.kind().isEmpty() ? "公文" : document.kind());
    String uri = AknNames.work(document.number(), document.title());
    new AknMeta(xml, prefix)
        .write(uri, AknNames.day(document), document.issuer(), document.number(), document.title());
    preface();
    xml.open("mainBody");
    if (document.clauses().isEmpty()) {
      xml.open("p").close();
    }
    clauses();
    xml.close();
    conclusions();
    annexes(uri);
    xml.close();
  }

  private void preface() {
    xml.open("preface");
    part("docAuthority", document.issuer());
    part("docNumber", document.number());
    part("docTitle", document.title());
    if (!document.addressees().isEmpty()) {
      xml.open("p").words(String.join("，", document.addressees()) + "：").close();
    }
    xml.close();
  }

  private void part(String element, String words) {
    if (!words.isEmpty()) {
      xml.open("p");
      xml.inline(element).words(words).closeInline();
      xml.close();
    }
  }

  private void clauses() {
    List<Clause> clauses = document.clauses();
    Deque<Clause> open = new ArrayDeque<>();
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      while (!open.isEmpty() && !encloses(open.element().path(), clause.path())) {
        open.pop();
        xml.close();
      }
      boolean parent = i + 1 < clauses.size() && encloses(clause.path(), clauses.get(i + 1).path());
      begin(clause, parent);
      open.push(clause);
    }
    open.forEach(clause -> xml.close());
  }

  /** Articles are numbered through and cited without the chapter that they stand in. */
  private static boolean encloses(ClausePath outer, ClausePath inner) {
    if (outer.covers(inner)) {
      return !outer.equals(inner);
    }
    Kind last = outer.segments().getLast().kind();
    Kind first = inner.segments().getFirst().kind();
    boolean division = last == Kind.CHAPTER || last == Kind.SECTION;
    return division && (first == Kind.ARTICLE || (last == Kind.CHAPTER && first == Kind.SECTION));
  }

  private void begin(Clause clause, boolean parent) {
    Kind kind = clause.path().segments().getLast().kind();
    String id = prefix + AknNames.id(clause.path());
    String element = AknNames.element(kind);
    xml.open(element).set("eId", id);
    if (element.equals("hcontainer")) {
      xml.set("name", clause.path().segments().getLast().toString());
    }
    String number = clause.path().printed();
    if (!number.isEmpty()) {
      xml.open("num").words(number).close();
    }
    if (!clause.heading().isEmpty()) {
      xml.open("heading").words(clause.heading()).close();
    }
    if (!clause.text().isEmpty()) {
      String block = parent ? "intro" : "content";
      xml.open(block).set("eId", id + "__" + block + "_1");
      clause.text().lines().forEach(this::paragraph);
      xml.close();
    }
  }

  private void paragraph(String words) {
    xml.open("p");
    int done = 0;
    while (done < words.length()) {
      int from = words.length();
      String name = "";
      for (String candidate : targets.keySet()) {
        int at = words.indexOf(candidate, done);
        boolean better =
            at >= 0 && (at < from || (at == from && candidate.length() > name.length()));
        if (better) {
          from = at;
          name = candidate;
        }
      }
      if (from > done) {
        xml.words(words.substring(done, from));
      }
      if (!name.isEmpty()) {
        xml.inline("ref").set("href", targets.getOrDefault(name, "")).words(name).closeInline();
      }
      done = from + name.length();
    }
    xml.close();
  }

  private void conclusions() {
    LocalDate written = document.dateWritten();
    LocalDate printed = document.datePrinted();
    if (written == null && printed == null) {
      return;
    }
    xml.open("conclusions");
    part("docAuthority", document.issuer());
    date("docDate", written, "");
    date("date", printed, "印发");
    xml.close();
  }

  private void date(String element, @Nullable LocalDate day, String after) {
    if (day != null) {
      xml.open("p");
      xml.inline(element).set("date", day.toString()).words(AknNames.chinese(day)).closeInline();
      xml.words(after).close();
    }
  }

  /** An annex leads to its clauses where they are printed, else to a document of its own. */
  private void annexes(String uri) {
    if (document.annexes().isEmpty()) {
      return;
    }
    xml.open("attachments").set("eId", prefix + "atts");
    int number = 0;
    for (OfficialDocument.Annex annex : document.annexes()) {
      number++;
      String id = prefix + "att_" + number;
      String href = annex.printed() ? uri + "/!main" : uri + "/!annex_" + number;
      xml.open("attachment").set("eId", id);
      xml.open("heading").words(annex.title()).close();
      xml.open("documentRef")
          .set("eId", id + "__documentRef_1")
          .set("href", href)
          .set("showAs", annex.title())
          .close();
      xml.close();
    }
    xml.close();
  }
}
