package org.zhengling.platform.clauses.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.clauses.Comparisons;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.comparison.Comparison;
import org.zhengling.platform.clauses.draft.DraftDocument;

/** Two readings of a document side by side, on the screen and on paper. */
@Controller
class ComparePages {
  private final CurrentPost current;
  private final Gazettes gazettes;
  private final Comparisons comparisons;

  ComparePages(CurrentPost current, Gazettes gazettes, Comparisons comparisons) {
    this.current = current;
    this.gazettes = gazettes;
    this.comparisons = comparisons;
  }

  /**
   * The page.
   *
   * @param importId 0 where it was opened for a document alone
   * @param numbers documents to choose from
   * @param result absent until two readings are chosen
   */
  record CompareView(
      long importId,
      List<String> numbers,
      String number,
      List<Comparisons.Reading> readings,
      String old,
      String now,
      @Nullable Comparison result) {
    /** The name of a reading by its code. */
    public String name(String code) {
      return readings.stream()
          .filter(one -> one.code().equals(code))
          .map(Comparisons.Reading::name)
          .findFirst()
          .orElse("");
    }
  }

  @GetMapping("/imports/compare")
  String compare(
      @RequestParam(name = "import", defaultValue = "0") long importId,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String now,
      Model model) {
    current.require(Permission.IMPORT_GAZETTE);
    List<String> numbers =
        importId == 0
            ? List.of(number)
            : gazettes.draft(importId).kept().stream().map(DraftDocument::key).toList();
    String chosen = number.isEmpty() && !numbers.isEmpty() ? numbers.getFirst() : number;
    List<Comparisons.Reading> readings = comparisons.readings(chosen);
    Comparison result =
        old.isEmpty() || now.isEmpty() ? null : comparisons.between(chosen, old, now);
    String last =
        readings.stream()
            .filter(one -> one.code().startsWith("e"))
            .reduce((first, second) -> second)
            .map(Comparisons.Reading::code)
            .orElse("");
    model.addAttribute(
        "page",
        new CompareView(
            importId,
            numbers,
            chosen,
            readings,
            old.isEmpty() ? last : old,
            now.isEmpty() && importId != 0 ? "d" + importId : now,
            result));
    return "clauses/compare";
  }
}
