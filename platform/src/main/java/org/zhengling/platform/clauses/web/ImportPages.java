package org.zhengling.platform.clauses.web;

import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.formats.text.FileName;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.ImportedFile;

/** Bringing a gazette in: the list of what came, and the upload. */
@Controller
class ImportPages {
  private final CurrentPost current;
  private final Gazettes gazettes;

  ImportPages(CurrentPost current, Gazettes gazettes) {
    this.current = current;
    this.gazettes = gazettes;
  }

  /** The list page. */
  record ImportList(List<ImportedFile> files, String problem) {}

  @GetMapping("/imports")
  String list(Model model) {
    current.require(Permission.IMPORT_GAZETTE);
    model.addAttribute("imports", new ImportList(gazettes.files(), ""));
    return "clauses/imports";
  }

  @PostMapping("/imports")
  String upload(
      @RequestParam MultipartFile file,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response)
      throws IOException {
    var by = current.require(Permission.IMPORT_GAZETTE);
    String name = FileName.of(file.getOriginalFilename());
    try {
      if (name.isBlank()) {
        throw new Refusal(
            Refusal.Kind.CALLER, "没有导入。还没有选文件。", "请选一份公报或公文（.docx、.pdf、.html、.txt）再上传。");
      }
      long id = gazettes.upload(name, file.getBytes(), by.personId(), false);
      flash.addAttribute("id", id);
      return "redirect:/imports/{id}";
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute(
          "imports",
          new ImportList(gazettes.files(), refusal.happened() + refusal.kept() + refusal.todo()));
      return "clauses/imports";
    }
  }
}
