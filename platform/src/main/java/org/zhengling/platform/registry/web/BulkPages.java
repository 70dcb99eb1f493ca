package org.zhengling.platform.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.registry.BulkEntry;
import org.zhengling.platform.registry.NewResident.Origin;

/** Entering a file of people; what was not entered comes back with line and reason. */
@Controller
class BulkPages {
  private final CurrentPost current;
  private final BulkEntry bulk;

  BulkPages(CurrentPost current, BulkEntry bulk) {
    this.current = current;
    this.bulk = bulk;
  }

  /**
   * The page.
   *
   * @param rejects the file of rejects in base 64; empty before a file was read
   */
  record BulkPage(String problem, BulkEntry.@Nullable Outcome outcome, String rejects) {}

  @GetMapping("/registry/import")
  String form(Model model) {
    current.require(Permission.ENTER_RESIDENT);
    model.addAttribute("page", new BulkPage("", null, ""));
    return "registry/import";
  }

  @PostMapping("/registry/import")
  String enter(@RequestParam MultipartFile file, Model model, HttpServletResponse response)
      throws IOException {
    current.require(Permission.ENTER_RESIDENT);
    try {
      BulkEntry.Outcome outcome = bulk.enter(file.getBytes(), Origin.REAL);
      String rejects = Base64.getEncoder().encodeToString(outcome.rejectsFile());
      model.addAttribute("page", new BulkPage("", outcome, rejects));
    } catch (Refusal refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String problem = refused.happened() + refused.kept() + refused.todo();
      model.addAttribute("page", new BulkPage(problem, null, ""));
    }
    return "registry/import";
  }
}
