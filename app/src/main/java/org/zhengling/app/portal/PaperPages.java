package org.zhengling.app.portal;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengling.formats.paper.PaperDocument;
import org.zhengling.formats.paper.Press;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PublishedDocument;

/** A document on paper: as a page to print, and as PDF. */
@Controller
class PaperPages {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Library library;
  private final InstantSource clock;
  private final Press press;

  PaperPages(Library library, InstantSource clock, Press press) {
    this.library = library;
    this.clock = clock;
    this.press = press;
  }

  @GetMapping("/documents/{number}/print")
  String print(@PathVariable String number, Model model) {
    PublishedDocument document = library.published(number);
    model.addAttribute("paper", paper(document));
    model.addAttribute("sample", document.sample());
    return "portal/print";
  }

  @GetMapping("/documents/{number}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String number) {
    PaperDocument paper = paper(library.published(number));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(number + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(press.pdf(paper));
  }

  private PaperDocument paper(PublishedDocument document) {
    return PrintedDocument.of(
        document,
        library.particulars(document.number()),
        library.clauses(document.number()),
        LocalDateTime.ofInstant(clock.instant(), ZONE));
  }
}
