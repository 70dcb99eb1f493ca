package org.zhengling.platform.notices;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.LegalClock;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.cases.CaseClock;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Cases;
import org.zhengling.platform.cases.Document;
import org.zhengling.platform.cases.Documents;
import org.zhengling.platform.cases.Ground;
import org.zhengling.platform.cases.Procedures;
import org.zhengling.platform.clauses.Calendars;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Purpose;
import org.zhengling.platform.notices.store.NoticeRows;
import org.zhengling.platform.notices.store.NoticeRows.ObjectionRow;
import org.zhengling.platform.notices.store.NoticeRows.Row;
import org.zhengling.platform.notices.store.NoticeViews;

/** Posts masked cases, takes objections from anybody, and ends what ran its time. */
@Component
public class Notices {
  static final Purpose OBJECTIONS = new Purpose("notices.objection");
  private static final int LONGEST = 1000;
  private static final int AT_ONCE = 500;

  private final NoticeRows rows;
  private final NoticeViews views;
  private final Cases cases;
  private final CaseClocks clocks;
  private final Procedures procedures;
  private final Documents documents;
  private final Calendars calendars;
  private final Keys keys;
  private final CurrentPost current;
  private final BusinessDay day;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Notices(
      NoticeRows rows,
      NoticeViews views,
      Cases cases,
      CaseClocks clocks,
      Procedures procedures,
      Documents documents,
      Calendars calendars,
      Keys keys,
      CurrentPost current,
      BusinessDay day,
      InstantSource clock,
      ApplicationEventPublisher events,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.views = views;
    this.cases = cases;
    this.clocks = clocks;
    this.procedures = procedures;
    this.documents = documents;
    this.calendars = calendars;
    this.keys = keys;
    this.current = current;
    this.day = day;
    this.clock = clock;
    this.events = events;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Posts from today on; today itself is not counted. The same form again gives the same notice.
   * Whether somebody may post is for the caller to check.
   */
  @Transactional
  public long post(NoticeOrder order) {
    Long before = rows.posted(order.form()).orElse(null);
    if (before != null) {
      return before;
    }
    LocalDate today = day.today();
    DueDay due = LegalClock.startedOn(today, order.period()).due(calendars.current()).orElseThrow();
    LocalDate lastDay =
        switch (due) {
          case DueDay.Settled settled -> settled.day();
          case DueDay.Provisional provisional ->
              throw new Refusal(
                  Refusal.Kind.CONFLICT,
                  "没有公示。公示期要数到 " + provisional.missingYear() + " 年，那一年的放假安排还没有装入。",
                  "请系统管理岗先维护放假安排。");
        };
    long id = rows.add(order, today, lastDay, clock.instant());
    audit.record(
        Act.of(ActKind.POST_NOTICE, "第 " + id + " 号公示，" + order.level().chinese() + "，到 " + lastDay)
            .inCase(cases.file(order.caseFile()).number())
            .carrying(order.shown().digest()));
    return id;
  }

  /** Takes a notice down before its time. */
  @Transactional
  public void takeDown(long notice, String ground) {
    current.require(Permission.POST_NOTICE);
    Row row = rows.lock(notice).orElseThrow(Notices::absent);
    if (row.endedOn() != null) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再撤一次。这份公示已经结束。", "不用再做什么。");
    }
    String why = worded(ground, 300, "撤下的原因");
    rows.end(notice, day.today(), why);
    audit.record(
        Act.of(ActKind.END_NOTICE, "第 " + notice + " 号公示：" + why).inCase(number(row.caseFile())));
  }

  /** Says by a photo in the case's documents that it was posted where it should be. */
  @Transactional
  public void prove(long notice, long document) {
    current.require(Permission.POST_NOTICE);
    Row row = rows.lock(notice).orElseThrow(Notices::absent);
    Document photo = documents.document(document);
    if (photo.caseFile() != row.caseFile()) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登记。这份材料不在这件案卷里。", "请先把照片加进这件案卷。");
    }
    rows.prove(row, document, photo.digest(), clock.instant());
    audit.record(
        Act.of(ActKind.POST_NOTICE, "第 " + notice + " 号公示的张贴照片")
            .inCase(number(row.caseFile()))
            .carrying(photo.digest()));
  }

  private String number(long caseFile) {
    return cases.file(caseFile).number();
  }

  /**
   * Anybody objects while it is posted. What they write and how to reach them lie sealed. The
   * clocks of the case stand still where its procedure lets an objection halt them.
   *
   * @param said what is wrong, at most 1000 characters
   * @param contact how to answer; may be empty
   */
  public long object(long notice, String said, String contact) {
    Notice shown =
        views
            .shown(day.today(), notice)
            .orElseThrow(() ->
                new Refusal(Refusal.Kind.ABSENT, "没有提交。没有这份公示，或公示已经结束。", "请从公示清单里重新打开，或打经办单位的电话。"));
    String words = worded(said, LONGEST, "异议内容");
    if (contact.length() > 100) {
      throw new Refusal(Refusal.Kind.CALLER, "没有提交。联系方式超过 100 字。", "请写一个电话就够了。");
    }
    String text = words + "\n\0\n" + contact.strip();
    return new Scope(List.of(shown.area()))
        .<Long, RuntimeException>call(
            () -> Objects.requireNonNull(transaction.execute(status -> objectNow(notice, text))));
  }

  private long objectNow(long notice, String text) {
    Row row = rows.lock(notice).orElseThrow(Notices::absent);
    if (row.endedOn() != null) {
      throw absent();
    }
    CaseFile file = cases.file(row.caseFile());
    boolean halts = mayHalt(file);
    if (halts && rows.openHalts(row.caseFile(), 0) == 0) {
      clocks.suspend(row.caseFile(), Ground.OBJECTION, "公示期间有异议");
    }
    long id = rows.nextObjection();
    byte[] sealed = keys.seal(OBJECTIONS, text.getBytes(StandardCharsets.UTF_8), bound(id));
    rows.object(id, row, sealed, halts, clock.instant());
    events.publishEvent(new ObjectionRaised(id, notice, row.caseFile()));
    audit.record(
        Act.of(ActKind.RAISE_OBJECTION, "第 " + notice + " 号公示")
            .inCase(file.number())
            .carrying(text));
    return id;
  }

  static byte[] bound(long objection) {
    return ("notices.objection.said " + objection).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a clock of the case runs that its procedure lets an objection halt. */
  private boolean mayHalt(CaseFile file) {
    for (CaseClock one : clocks.of(file.id())) {
      boolean allowed =
          procedures.of(file.procedure()).clocks(one.clock().start()).stream()
              .filter(rule -> rule.name().equals(one.name()))
              .flatMap(rule -> rule.grounds().stream())
              .anyMatch(ground -> ground.ground() == Ground.OBJECTION);
      if (one.runs() && allowed) {
        return true;
      }
    }
    return false;
  }

  /** What an objection says. */
  public record Said(String words, String contact) {}

  /** Opens what an objection says; reading it is an act. */
  @Transactional
  public Said read(long objection) {
    current.require(Permission.POST_NOTICE);
    byte[] sealed = views.said(objection).orElseThrow(Notices::absent);
    String[] parts =
        new String(keys.open(OBJECTIONS, sealed, bound(objection)), StandardCharsets.UTF_8)
            .split("\n\0\n", 2);
    audit.record(Act.of(ActKind.READ_OBJECTION, "第 " + objection + " 条异议").forPurpose("处理异议"));
    return new Said(parts[0], parts.length > 1 ? parts[1] : "");
  }

  /** Answers an objection; the clocks go on when it was the last that waited. */
  @Transactional
  public void decide(long objection, ObjectionDecided.Outcome outcome, String reason) {
    current.require(Permission.POST_NOTICE);
    ObjectionRow row = rows.lockObjection(objection).orElseThrow(Notices::absent);
    if (row.decided()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再处理一次。这条异议已经有结果。", "请刷新看结果。");
    }
    String why = worded(reason, LONGEST, "处理理由");
    rows.decide(objection, outcome, why, clock.instant());
    if (row.halted() && rows.openHalts(row.caseFile(), objection) == 0) {
      clocks.resume(row.caseFile(), Ground.OBJECTION, outcome.chinese());
    }
    events.publishEvent(new ObjectionDecided(objection, row.notice(), row.caseFile(), outcome));
    audit.record(
        Act.of(ActKind.DECIDE_OBJECTION, "第 " + objection + " 条异议：" + outcome.chinese())
            .inCase(number(row.caseFile()))
            .carrying(why));
  }

  /** Ends what ran its time, each with its event; answers how many. */
  @Transactional
  public int endOver() {
    List<Long> over = rows.over(day.today(), AT_ONCE);
    for (long notice : over) {
      Row row = rows.lock(notice).orElseThrow(Notices::absent);
      rows.end(notice, day.today(), "公示期满");
      events.publishEvent(new NoticeEnded(notice, row.caseFile()));
      audit.record(
          Act.of(ActKind.END_NOTICE, "第 " + notice + " 号公示：公示期满").inCase(number(row.caseFile())));
    }
    return over.size();
  }

  private static String worded(String words, int longest, String what) {
    String plain = words.replace('\0', ' ').strip();
    if (plain.isEmpty() || plain.length() > longest) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有提交。" + what + (plain.isEmpty() ? "还没有写。" : "超过 " + longest + " 字。"),
          "请写 1 到 " + longest + " 字。");
    }
    return plain;
  }

  private static Refusal absent() {
    return new Refusal(Refusal.Kind.ABSENT, "没有这份公示或异议，或它不在您的区划内。", "请从清单里重新打开。");
  }
}
