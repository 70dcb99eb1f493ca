package org.zhengling.platform.credit;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.credit.store.MeasureRows;

/**
 * What may follow from a record: measures of a published list, fitting the breach, with an end; and
 * posting, which is off for natural persons unless a ground in law is recorded.
 */
@Component
public class Measures {
  private final MeasureRows rows;
  private final DishonestyRecords records;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  Measures(
      MeasureRows rows,
      DishonestyRecords records,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.rows = rows;
    this.records = records;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /** Takes over a measure of a published list. */
  @Transactional
  public long list(Measure measure) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (measure.name().isBlank() || measure.list().isBlank() || measure.clause().isBlank()) {
      problems.put("name", "请写措施、公布的清单和条目。");
    }
    if (measure.mostMonths() < 1 || measure.mostMonths() > 60) {
      problems.put("months", "最长几个月请写 1 到 60。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    long id = rows.publish(measure, Writer.now(clock));
    audit.record(Act.of(ActKind.TAKE_MEASURE, "清单措施 " + id + "，" + measure.list()));
    return id;
  }

  /** Those in force today. */
  @Transactional(readOnly = true)
  public List<Measure> inForce() {
    return rows.all().stream().filter(measure -> measure.holdsOn(day.today())).toList();
  }

  /**
   * Takes a measure from today on.
   *
   * @param to first day without it, within the record's and the list's limits
   */
  @Transactional
  public void take(long record, long measure, LocalDate to) {
    DishonestyRecord found = record(record);
    LocalDate today = day.today();
    Measure listed =
        rows.byId(measure)
            .filter(one -> one.holdsOn(today))
            .orElseThrow(() ->
                new Refusal(Refusal.Kind.CONFLICT, "没有采取措施。公布的清单里没有这一项，或已经失效。", "请只从现行清单里选。"));
    if (!(found.on(today) instanceof RecordState.Effective(LocalDate until))) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有采取措施。这条记录现在没有效力。", "告知以后、没有异议的记录才能采取措施。");
    }
    if (listed.breach() != found.decision().breach()) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有采取措施。“" + listed.name() + "”只用于" + listed.breach().chinese() + "。",
          "措施要与失信行为相当，请另选。");
    }
    LocalDate latest = today.plusMonths(listed.mostMonths());
    if (!to.isAfter(today) || to.isAfter(until) || to.isAfter(latest)) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有采取措施。止日要在今天以后，且不晚于 " + (until.isBefore(latest) ? until : latest) + "。",
          "请改止日。");
    }
    if (!rows.take(record, measure, today, to, Writer.now(clock))) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再采取一次。这项措施已经采取。", "请查看这条记录。");
    }
    audit.record(
        Act.of(ActKind.TAKE_MEASURE, "失信记录 " + record + "，" + listed.name())
            .concerning(found.resident()));
  }

  private DishonestyRecord record(long record) {
    return records
        .byId(record)
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有办理。没有这条记录，或不在您的区划内。", "请回到失信记录。"));
  }

  /** A measure that was taken, with its days. */
  @Transactional(readOnly = true)
  public List<String> taken(long record) {
    return rows.taken(record).stream()
        .map(one ->
            one.name() + "（" + one.list() + "）：" + one.from() + " 到 " + one.to().minusDays(1))
        .toList();
  }

  /** Records the ground in law on which this natural person's record may be posted. */
  @Transactional
  public void allowPosting(long record, String law, String article) {
    DishonestyRecord found = record(record);
    Writer by = Writer.now(clock);
    Map<String, String> problems = new LinkedHashMap<>();
    if (law.strip().length() < 4 || law.strip().length() > 120) {
      problems.put("law", "请写法律、行政法规或国务院决定的全称。");
    }
    if (article.strip().length() < 2 || article.strip().length() > 60) {
      problems.put("article", "请写条款。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    if (by.person() == null) {
      throw new Refusal(Refusal.Kind.RIGHTS, "没有登记依据。依据要由人登记。", "请由业务主管岗登记。");
    }
    if (!rows.allowPosting(record, law.strip(), article.strip(), by)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再登记一次。依据已经登记。", "请查看这条记录。");
    }
    audit.record(
        Act.of(ActKind.ALLOW_POSTING, "失信记录 " + record)
            .forPurpose(law.strip() + article.strip())
            .concerning(found.resident()));
  }

  /** The ground on which it may be posted; empty: it may not. */
  @Transactional(readOnly = true)
  public Optional<String> postingGround(long record) {
    return rows.postingGround(record);
  }
}
