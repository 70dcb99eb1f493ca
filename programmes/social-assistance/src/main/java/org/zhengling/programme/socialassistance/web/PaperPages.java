package org.zhengling.programme.socialassistance.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.formats.paper.PaperDocument;
import org.zhengling.formats.paper.Press;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.registry.Look;
import org.zhengling.platform.registry.Residents;
import org.zhengling.programme.socialassistance.work.AllowanceFile;
import org.zhengling.programme.socialassistance.work.AllowanceFiles;
import org.zhengling.programme.socialassistance.work.CasePapers;

/** The report of a check and the letter of a decision, as a page to print and as PDF. */
@Controller("assistancePaperPages")
class PaperPages {
  private final CurrentPost current;
  private final AllowanceFiles files;
  private final CasePapers papers;
  private final Residents residents;
  private final Press press;

  PaperPages(
      CurrentPost current,
      AllowanceFiles files,
      CasePapers papers,
      Residents residents,
      Press press) {
    this.current = current;
    this.files = files;
    this.papers = papers;
    this.residents = residents;
    this.press = press;
  }

  /** The page to print; its PDF lies beside it. */
  record Page(PaperDocument paper, boolean sample, String back, String pdf) {}

  @GetMapping("/assistance/report")
  String report(@RequestParam long id, Model model) {
    return page(papers.report(read(id, "核对报告")), id, "/assistance/report.pdf?id=" + id, model);
  }

  @GetMapping("/assistance/letter")
  String letter(@RequestParam long id, Model model) {
    return page(papers.decision(read(id, "决定通知书")), id, "/assistance/letter.pdf?id=" + id, model);
  }

  private String page(PaperDocument paper, long id, String pdf, Model model) {
    boolean sample = files.of(id).file().sample();
    model.addAttribute("page", new Page(paper, sample, "/assistance/case?id=" + id, pdf));
    return "socialassistance/paper";
  }

  @GetMapping("/assistance/report.pdf")
  ResponseEntity<byte[]> reportPdf(@RequestParam long id) {
    return pdf(papers.report(read(id, "核对报告")));
  }

  @GetMapping("/assistance/letter.pdf")
  ResponseEntity<byte[]> letterPdf(@RequestParam long id) {
    return pdf(papers.decision(read(id, "决定通知书")));
  }

  /** A file name says nothing about anybody. */
  private ResponseEntity<byte[]> pdf(PaperDocument paper) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"assistance.pdf\"")
        .body(press.pdf(paper));
  }

  /** That the household's data were read is recorded before anything is shown. */
  private AllowanceFile read(long id, String what) {
    current.require(Permission.READ_RESIDENT);
    AllowanceFile file = files.of(id);
    var _ =
        residents.look(
            file.family().stream().map(one -> one.relative().person()).toList(),
            new Look(what, "办理最低生活保障", file.file().number()));
    return file;
  }
}
