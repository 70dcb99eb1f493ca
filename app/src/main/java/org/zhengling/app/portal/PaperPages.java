package org.zhengling.app.portal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengling.engine.Refusal;
import org.zhengling.formats.paper.PaperDocument;
import org.zhengling.formats.paper.PaperPdf;
import org.zhengling.formats.paper.Typefaces;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PublishedDocument;

/** A document on paper: as a page to print, and as PDF. */
@Controller
class PaperPages {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Library library;
  private final InstantSource clock;
  private final List<Path> fonts;
  private final AtomicReference<Optional<Typefaces>> typefaces =
      new AtomicReference<>(Optional.empty());

  PaperPages(Library library, InstantSource clock, Environment environment) {
    this.library = library;
    this.clock = clock;
    this.fonts = folders(environment.getProperty("ZL_FONTS", ""));
  }

  /** The folder of {@code ZL_FONTS} first, then where machines keep their fonts. */
  private static List<Path> folders(String own) {
    Path user = Path.of(System.getProperty("user.home", "."));
    return Stream.of(
            own.isBlank() ? Stream.<Path>empty() : Stream.of(Path.of(own)),
            Stream.of(
                user.resolve(".fonts"),
                user.resolve(".local").resolve("share").resolve("fonts"),
                Path.of("/usr/local/share/fonts"),
                Path.of("/usr/share/fonts"),
                Path.of("/Library/Fonts"),
                Path.of("/System/Library/Fonts"),
                Path.of("C:/Windows/Fonts")))
        .flatMap(folders -> folders)
        .toList();
  }

  /** Looked for when a PDF is asked for, until some are found. */
  private Typefaces typefaces() {
    Optional<Typefaces> known = typefaces.get();
    if (known.isEmpty()) {
      known = Typefaces.find(fonts);
      typefaces.set(known);
    }
    return known.orElseThrow(() ->
        new Refusal(
            Refusal.Kind.OUTSIDE,
            "没有生成 PDF。这台服务器上没有可以嵌入的中文字体。",
            "请管理员安装中文字体（Debian：fonts-noto-cjk），或用 ZL_FONTS 指明字体文件夹；现在可以打开打印版，用浏览器打印。"));
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
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PaperPdf.write(paper, typefaces(), out);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(number + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(out.toByteArray());
  }

  private PaperDocument paper(PublishedDocument document) {
    return PrintedDocument.of(
        document,
        library.particulars(document.number()),
        library.clauses(document.number()),
        LocalDateTime.ofInstant(clock.instant(), ZONE));
  }
}
