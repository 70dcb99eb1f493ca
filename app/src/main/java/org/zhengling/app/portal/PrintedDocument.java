package org.zhengling.app.portal;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.formats.paper.PaperDocument;
import org.zhengling.platform.clauses.Particulars;
import org.zhengling.platform.clauses.PublishedClause;
import org.zhengling.platform.clauses.PublishedDocument;

/** A published document made ready for paper: clauses get the numbers they are printed with. */
final class PrintedDocument {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private PrintedDocument() {}

  static PaperDocument of(
      PublishedDocument document,
      Particulars particulars,
      List<PublishedClause> clauses,
      LocalDateTime now) {
    List<PaperDocument.Section> sections = new ArrayList<>();
    for (PublishedClause clause : clauses) {
      String numbering = numbering(ClausePath.parse(clause.path()).segments().getLast());
      sections.add(
          new PaperDocument.Section(
              numbering.isEmpty() ? "" : numbering + clause.name(),
              numbering,
              clause.level(),
              clause.heading(),
              clause.body().lines().filter(line -> !line.isBlank()).toList()));
    }
    return new PaperDocument(
        document.number(),
        document.title(),
        document.issuer(),
        particulars.addressees(),
        sections,
        particulars.annexes(),
        document.dateWritten(),
        foot(document, particulars, now));
  }

  private static String foot(
      PublishedDocument document, Particulars particulars, LocalDateTime now) {
    return (document.sample() ? "示例数据　" : "")
        + "文字来自公报所载"
        + document.number()
        + "，第 "
        + document.edition()
        + " 版，自 "
        + particulars.inForceFrom()
        + " 起　政令通按 GB/T 9704 版式编排，不代替原件　"
        + TIME.format(now)
        + " 生成　摘要 SM3 "
        + particulars.digest();
  }

  /** The number of a clause, set off from its heading where no mark does it. */
  private static String numbering(ClausePath.Segment segment) {
    String printed = segment.printed();
    return printed.isEmpty() || "、）.".indexOf(printed.charAt(printed.length() - 1)) >= 0
        ? printed
        : printed + "　";
  }
}
