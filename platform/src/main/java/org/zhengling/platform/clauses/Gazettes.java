package org.zhengling.platform.clauses;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.GazetteReader;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DeadlineCode;
import org.zhengling.formats.text.TextFile;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.clauses.store.Imports;
import org.zhengling.platform.clauses.store.Publications;
import org.zhengling.platform.keys.Sm3;

/**
 * Brings gazettes in: a file becomes a draft, the draft is checked, the documents are published.
 */
@Component
public class Gazettes {
  private final Imports imports;
  private final Publications publications;
  private final ApplicationEventPublisher events;
  private final BusinessDay day;
  private final InstantSource clock;

  private final Audit audit;

  Gazettes(
      Imports imports,
      Publications publications,
      ApplicationEventPublisher events,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.audit = audit;
    this.imports = imports;
    this.publications = publications;
    this.events = events;
    this.day = day;
    this.clock = clock;
  }

  /**
   * Keeps the file and reads it.
   *
   * @return number of the import; the same one when the same text is brought in again
   */
  @Transactional
  public long upload(String fileName, byte[] bytes, long person, boolean sample) {
    String text = TextFile.read(bytes);
    String digest = Sm3.hex(text);
    Optional<Long> known = imports.byDigest(digest);
    if (known.isPresent()) {
      return known.get();
    }
    Gazette reading = GazetteReader.read(text);
    if (reading.documents().isEmpty() && reading.chronicle().isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有导入。这个文件里没有认出公文，也没有大事记。",
          "请确认是公报或公文的文本（有发文字号、标题和“一、（一）1.”这样的条款）。");
    }
    long id =
        imports
            .insert(fileName, digest, text, person, clock.instant(), sample)
            .or(() -> imports.byDigest(digest))
            .orElseThrow();
    audit.record(Act.of(ActKind.UPLOAD_GAZETTE, "第 " + id + " 号导入").carrying(text));
    return id;
  }

  public List<ImportedFile> files() {
    return imports.files();
  }

  /** The draft of an import; published ones can still be read. */
  public Draft draft(long id) {
    ImportedFile file = imports.file(id).orElseThrow(() -> absent(id));
    String text = imports.content(id);
    return new Draft(file, text.lines().toList(), GazetteReader.read(text), imports.edits(id));
  }

  /** Records a correction of one task; a later one replaces it. */
  @Transactional
  public void edit(long id, TaskEdit edit, long person) {
    Draft draft = draft(id);
    boolean known =
        draft.documents().stream()
            .flatMap(document -> document.tasks().stream())
            .anyMatch(task -> task.id().equals(edit.task()));
    if (!known) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有保存。草稿里没有这项任务。", "请从草稿的任务清单里重新打开它。");
    }
    imports.saveEdit(id, edit, person, clock.instant());
    audit.record(
        Act.of(ActKind.CORRECT_DRAFT, "第 " + id + " 号导入，任务 " + edit.task())
            .carrying(edit.toString()));
  }

  /** Publishes every document of the draft; what is published already with the same text stays. */
  @Transactional
  public PublishResult publish(long id, long person) {
    publications.takeTurn();
    Draft draft = draft(id);
    refuseDoubleNumbers(draft);
    int fresh = 0;
    int editions = 0;
    int unchanged = 0;
    int tasks = 0;
    int position = 0;
    for (OfficialDocument document : draft.documents()) {
      List<OrderedTask> corrected = draft.tasks(document);
      String digest = Sm3.hex(content(document, corrected));
      Publications.Latest latest = publications.latest(key(document));
      position++;
      if (latest.edition() > 0 && latest.digest().equals(digest)) {
        unchanged++;
        continue;
      }
      int edition = latest.edition() + 1;
      boolean sample = draft.file().sample();
      publications.insert(key(document), edition, id, position, document, digest, sample);
      LocalDate startsOn = startsOn(document);
      events.publishEvent(
          new DocumentPublished(key(document), edition, startsOn, corrected, sample));
      fresh += edition == 1 ? 1 : 0;
      editions += edition == 1 ? 0 : 1;
      tasks += corrected.size();
    }
    if (draft.file().publishedAt() == null) {
      publications.insertChronicle(id, draft.chronicle());
      imports.markPublished(id, person, day.today(), clock.instant());
    }
    audit.record(
        Act.of(
            ActKind.PUBLISH_GAZETTE,
            "第 " + id + " 号导入：新 " + fresh + " 份，换版 " + editions + " 份，任务 " + tasks + " 项"));
    return new PublishResult(fresh, editions, unchanged, tasks);
  }

  /**
   * What makes an edition: words, dates, units and deadlines; not where they stand nor how surely
   * they were read.
   */
  private static String content(OfficialDocument document, List<OrderedTask> tasks) {
    StringBuilder content = new StringBuilder(document.title());
    content.append('\n').append(document.dateWritten()).append(' ').append(document.datePrinted());
    for (Clause clause : document.clauses()) {
      content.append('\n').append(List.of(clause.path(), clause.heading(), clause.text()));
    }
    for (OrderedTask task : tasks) {
      String deadline = DeadlineCode.print(task.deadline());
      content
          .append('\n')
          .append(List.of(task.id(), task.text(), task.lead(), task.responsible(), deadline));
    }
    return content.toString();
  }

  private LocalDate startsOn(OfficialDocument document) {
    if (document.dateWritten() != null) {
      return document.dateWritten();
    }
    return document.datePrinted() != null ? document.datePrinted() : day.today();
  }

  /** A document without a number is known by its title. */
  private static String key(OfficialDocument document) {
    return document.number().isEmpty() ? "无文号 " + document.title() : document.number();
  }

  private static void refuseDoubleNumbers(Draft draft) {
    Set<String> seen = new HashSet<>();
    for (OfficialDocument document : draft.documents()) {
      if (!seen.add(key(document))) {
        throw new Refusal(
            Refusal.Kind.CONFLICT,
            "没有发布。文件里有两份公文都是 " + key(document) + "。",
            "草稿和更正都保留着。",
            "请检查原文的文号，改好后重新上传。");
      }
    }
  }

  private static Refusal absent(long id) {
    return new Refusal(Refusal.Kind.ABSENT, "没有第 " + id + " 号导入。", "请回到导入清单里选。");
  }
}
