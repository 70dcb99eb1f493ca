package org.zhengling.app.index;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.zhengling.formats.policy.Programme;
import org.zhengling.platform.clauses.Coverage;
import org.zhengling.platform.clauses.PolicyCatalogue;

/** PROGRAMMES.md: every demand of the gazette with its state, by document. */
record ProgrammesPage(PolicyCatalogue catalogue) {

  String print() {
    List<Coverage.Document> documents = catalogue.coverage().documents();
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # What the gazette demands, and what answers it

        Written by a test from the policy packs and the `@Answers` of the code (`./zl clauses` prints the same counts); edits are lost.
        *answered*: code answers it and a test executes that. *untested*: code, no test. *not computed*: it asks nothing of software
        ([0013](docs/decisions/0013-demands-not-computed.md)). *open*: nothing answers it yet; a task on the supervision desk does not.

        | document | programme | demanded | answered | not computed | open | untested |
        |---|---|--:|--:|--:|--:|--:|
        """);
    for (Coverage.Document document : documents) {
      Programme programme = programme(document);
      page.append("| [").append(document.number()).append("](#").append(programme.slug());
      page.append(") | ").append(programme.name());
      counts(page, List.of(document), "");
    }
    page.append("| **all** | ");
    counts(page, documents, "**");
    documents.forEach(document -> table(page, document));
    return page.toString();
  }

  private Programme programme(Coverage.Document document) {
    return catalogue.programmeOf(document.number()).orElseThrow();
  }

  private static void counts(StringBuilder page, List<Coverage.Document> documents, String mark) {
    List<ToIntFunction<Coverage.Document>> columns =
        List.of(
            Coverage.Document::demanded,
            Coverage.Document::answered,
            Coverage.Document::notComputed,
            Coverage.Document::open,
            Coverage.Document::untested);
    for (ToIntFunction<Coverage.Document> column : columns) {
      page.append(" | ").append(mark);
      page.append(documents.stream().mapToInt(column).sum()).append(mark);
    }
    page.append(" |\n");
  }

  private void table(StringBuilder page, Coverage.Document document) {
    Programme programme = programme(document);
    page.append("\n## ").append(programme.slug()).append("\n");
    page.append(programme.name()).append(", ").append(document.number()).append(". ");
    page.append(
        String.format(
            Locale.ROOT,
            "%d demanded, %d answered, %d not computed, %d open, %d untested.\n\n",
            document.demanded(),
            document.answered(),
            document.notComputed(),
            document.open(),
            document.untested()));
    page.append(
        "| clause | demand | in English | state | by | test |\n|---|---|---|---|---|---|\n");
    document.rows().forEach(row -> line(page, row));
  }

  private static void line(StringBuilder page, Coverage.Row row) {
    String by = row.why().isEmpty() ? places(row.by()) : row.why();
    String english = row.nameEn() + " `" + row.slug() + "`";
    List<String> cells =
        List.of(row.clause(), row.name(), english, words(row.state()), by, places(row.tests()));
    cells.forEach(cell -> page.append("| ").append(cell.replace("|", "\\|")).append(' '));
    page.append("|\n");
  }

  private static String words(String state) {
    return state.replace('-', ' ');
  }

  private static String places(List<String> places) {
    return places.isEmpty() ? "" : "`" + String.join("`, `", places) + "`";
  }
}
