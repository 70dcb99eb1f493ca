package org.zhengling.app.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengling.engine.Refusal;
import org.zhengling.formats.policy.Programme;
import org.zhengling.platform.access.Navigation;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.clauses.Coverage;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PolicyCatalogue;
import org.zhengling.platform.supervision.Boards;

/**
 * One page for each programme of the gazette: its document, what it demands, and how far the
 * program answers.
 */
@Controller
class ProgrammePages implements Navigation {
  private final PolicyCatalogue policies;
  private final Library library;
  private final Boards boards;

  ProgrammePages(PolicyCatalogue policies, Library library, Boards boards) {
    this.policies = policies;
    this.library = library;
    this.boards = boards;
  }

  /** The page; the document is absent until it is published. */
  record ProgrammePage(
      Programme programme, @Nullable DocumentRow document, Coverage.Document coverage) {}

  @GetMapping("/programmes/{slug}")
  String programme(@PathVariable String slug, Model model) {
    Programme programme =
        policies.programmes().stream()
            .filter(one -> one.slug().equals(slug))
            .findFirst()
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这个专项。", "请从左边的六个专项里选。"));
    String number = programme.document();
    DocumentRow row =
        library
            .document(number)
            .map(document -> DocumentRow.of(document, programme.character(), boards.published()))
            .orElse(null);
    Coverage.Document coverage = policies.coverage().document(number).orElseThrow();
    model.addAttribute("page", new ProgrammePage(programme, row, coverage));
    return "portal/programme";
  }

  @Override
  public List<Place> places(SignedIn signedIn) {
    return policies.programmes().stream()
        .map(one -> new Place(one.name(), "/programmes/" + one.slug(), one.character(), null))
        .toList();
  }
}
