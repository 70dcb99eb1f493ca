package org.zhengling.platform.clauses;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.GazetteReader;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.formats.text.SourceFile;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.clauses.PublishPlan.Change;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.draft.DraftReader;
import org.zhengling.platform.clauses.store.AnnexFiles;
import org.zhengling.platform.clauses.store.Decided;
import org.zhengling.platform.clauses.store.EditionViews;
import org.zhengling.platform.clauses.store.Imports;
import org.zhengling.platform.clauses.store.Publications;
import org.zhengling.platform.keys.Sm3;

/**
 * Brings gazettes in: a file becomes a draft, the draft is checked, the documents are published.
 */
@Component
public class Gazettes {
  private final Imports imports;
  private final Decided decided;
  private final AnnexFiles annexes;
  private final Plans plans;
  private final Publications publications;
  private final EditionViews editions;
  private final ApplicationEventPublisher events;
  private final BusinessDay day;
  private final InstantSource clock;

  private final Audit audit;

  Gazettes(
      Imports imports,
      Decided decided,
      AnnexFiles annexes,
      Plans plans,
      Publications publications,
      EditionViews editions,
      ApplicationEventPublisher events,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.audit = audit;
    this.imports = imports;
    this.decided = decided;
    this.annexes = annexes;
    this.plans = plans;
    this.publications = publications;
    this.editions = editions;
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
    String text = SourceFile.read(fileName, bytes).text();
    String digest = Sm3.hex(text);
    Optional<Long> known = imports.byDigest(digest);
    if (known.isPresent()) {
      return known.get();
    }
    Gazette reading = GazetteReader.read(text);
    if (reading.documents().isEmpty() && reading.chronicle().isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有导入。这个文件里没有认出公文，也没有大事记。", "请确认是公报或公文（有发文字号、标题和“一、（一）1.”这样的条款）。");
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
    ImportedFile file =
        imports
            .file(id)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有第 " + id + " 号导入。", "请回到导入清单里选。"));
    String text = imports.content(id);
    return DraftReader.read(
        file, text, GazetteReader.read(text), decided.newest(id), annexes.rows(id));
  }

  /** What publishing would do now; nothing is changed. */
  @Transactional(readOnly = true)
  public PublishPlan plan(long id) {
    return plans.of(draft(id));
  }

  /**
   * Publishes every document of the draft; what is published already with the same content stays.
   * While something waits for a person, nothing is published.
   */
  @Transactional
  public PublishResult publish(long id, long person) {
    publications.takeTurn();
    Draft draft = draft(id);
    PublishPlan plan = plans.of(draft);
    refuse(plan);
    Set<String> touched = new LinkedHashSet<>();
    int tasks = 0;
    int position = 0;
    for (DraftDocument document : draft.kept()) {
      PublishPlan.DocumentPlan one = plan.documents().get(position);
      position++;
      if (one.change() != Change.UNCHANGED) {
        touched.add(one.number());
        touched.addAll(editions.targetsOf(one.number()));
        document.amendments().forEach(amendment -> touched.add(amendment.targetDocument()));
        publish(draft, document, one, position);
        tasks += one.document().tasks().size();
      }
    }
    touched.forEach(this::tellEndings);
    if (draft.file().publishedAt() == null) {
      publications.insertChronicle(id, draft.chronicle());
      imports.markPublished(id, person, day.today(), clock.instant());
    }
    PublishResult result =
        new PublishResult(
            count(plan, Change.NEW),
            count(plan, Change.EDITION),
            count(plan, Change.UNCHANGED),
            tasks);
    audit.record(
        Act.of(
            ActKind.PUBLISH_GAZETTE,
            "第 "
                + id
                + " 号导入：新 "
                + result.documents()
                + " 份，换版 "
                + result.editions()
                + " 份，任务 "
                + tasks
                + " 项"));
    return result;
  }

  private void publish(
      Draft draft, DraftDocument document, PublishPlan.DocumentPlan plan, int position) {
    OfficialDocument official = plan.document();
    boolean sample = draft.file().sample();
    LocalDate startsOn = startsOn(official);
    LocalDate inForceFrom = plan.change() == Change.NEW ? startsOn : day.today();
    Edition edition =
        new Edition(
            plan.number(),
            plan.edition(),
            official,
            inForceFrom,
            document.sources(),
            document.amendments(),
            Plans.digest(document),
            sample);
    publications.insert(edition, draft.file().id(), position);
    events.publishEvent(
        new DocumentPublished(
            plan.number(), plan.edition(), startsOn, inForceFrom, official.tasks(), sample));
  }

  private void tellEndings(String document) {
    List<Amendment> endings =
        editions.amendmentsOf(document).stream()
            .filter(one -> one.effect() == Amendment.Effect.ENDS)
            .toList();
    events.publishEvent(new ClausesEnded(document, endings));
  }

  private static int count(PublishPlan plan, Change change) {
    return (int) plan.documents().stream().filter(one -> one.change() == change).count();
  }

  private LocalDate startsOn(OfficialDocument document) {
    if (document.dateWritten() != null) {
      return document.dateWritten();
    }
    return document.datePrinted() != null ? document.datePrinted() : day.today();
  }

  private static void refuse(PublishPlan plan) {
    if (!plan.obstacles().isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有发布。" + String.join("", plan.obstacles()),
          "草稿和更正都保留着。",
          "请对照原文改正编号，再发布。");
    }
    if (plan.waiting() > 0) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有发布。还有 " + plan.waiting() + " 处须确认。",
          "草稿和更正都保留着。",
          "请在草稿里逐处确认；没写牵头单位的，写上单位，或定为由督查室指派、不作任务。");
    }
  }
}
