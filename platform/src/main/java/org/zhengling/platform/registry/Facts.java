package org.zhengling.platform.registry;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.registry.Seals.Column;
import org.zhengling.platform.registry.store.FactRows;
import org.zhengling.platform.registry.store.Identities;
import org.zhengling.platform.registry.store.Subjects;

/**
 * Dated facts about people, households, organisations and places. Nothing is overwritten: on a day
 * the row counts that began last, and a row that was put right counts no more.
 */
@Component
public class Facts {
  private static final int LONGEST_VALUE = 500;

  private final FactRows rows;
  private final Identities identities;
  private final Subjects subjects;
  private final Seals seals;
  private final InstantSource clock;
  private final Audit audit;

  Facts(
      FactRows rows,
      Identities identities,
      Subjects subjects,
      Seals seals,
      InstantSource clock,
      Audit audit) {
    this.rows = rows;
    this.identities = identities;
    this.subjects = subjects;
    this.seals = seals;
    this.clock = clock;
    this.audit = audit;
  }

  /** Writes a fact about the kept one; answers its number. A kind is written by its owner alone. */
  @Transactional
  public long record(long subject, FactKind kind, String value, DateRange days, String source) {
    refuseFaults(value, source, null);
    long kept =
        Optional.ofNullable(subjects.kept(List.of(subject)).get(subject))
            .orElseThrow(Facts::absent);
    long id = write(kept, kind, value, days, source, null, "");
    audit.record(
        Act.of(ActKind.ENTER_FACT, kind.chinese() + "，" + subject)
            .forPurpose(source.strip())
            .concerning(kept));
    return id;
  }

  /** Puts a row right by a further one; the earlier one stays readable. */
  @Transactional
  public long correct(
      long fact, FactKind kind, String value, DateRange days, String source, String ground) {
    refuseFaults(value, source, ground);
    FactRows.Row before = rows.byId(fact).orElseThrow(Facts::absent);
    if (!before.kind().equals(kind.name())) {
      throw new IllegalArgumentException(
          "Fact " + fact + " is a " + before.kind() + ", not a " + kind.name());
    }
    long id = write(before.subject(), kind, value, days, source, fact, ground.strip());
    audit.record(
        Act.of(ActKind.CORRECT_FACT, kind.chinese() + "，" + before.subject())
            .forPurpose(ground.strip())
            .concerning(before.subject()));
    return id;
  }

  private long write(
      long subject,
      FactKind kind,
      String value,
      DateRange days,
      String source,
      @Nullable Long corrects,
      String ground) {
    String owner = rows.owner(kind);
    if (!owner.equals(kind.owner())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有登记。“" + kind.chinese() + "”由 " + owner + " 登记，" + kind.owner() + " 不能写。",
          "请读取已有的资料，或另用一个项目。");
    }
    long id = identities.nextId();
    String text = value.strip();
    boolean personal = kind.secrecy() == FactKind.Secrecy.PERSONAL;
    boolean added =
        rows.add(
            new FactRows.Draft(
                id,
                subject,
                kind.name(),
                personal ? null : text,
                personal ? seals.seal(Column.FACT, id, text) : null,
                days,
                source.strip(),
                corrects,
                ground),
            By.now(clock));
    if (!added) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有更正。这一行刚刚有人更正过。", "请重新打开，看更正后的内容。");
    }
    return id;
  }

  private static void refuseFaults(String value, String source, @Nullable String ground) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (value.isBlank() || value.strip().length() > LONGEST_VALUE) {
      problems.put("value", "请写内容，最多 " + LONGEST_VALUE + " 个字。");
    }
    if (source.isBlank() || source.strip().length() > 200) {
      problems.put("source", "请写来源，最多 200 个字。");
    }
    if (ground != null && (ground.isBlank() || ground.strip().length() > 300)) {
      problems.put("ground", "请写更正的理由，最多 300 个字。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }

  private static Refusal absent() {
    return new Refusal(Refusal.Kind.ABSENT, "没有登记。没有这个对象，或不在您的区划内。", "请重新查找。");
  }

  /** What is true that day, for somebody of the scope. Reading is the caller's act. */
  @Transactional(readOnly = true)
  public Optional<Fact> on(long subject, FactKind kind, LocalDate day) {
    return on(List.of(subject), kind, day).values().stream().findFirst();
  }

  /** The same for many; by the kept ones. */
  @Transactional(readOnly = true)
  public Map<Long, Fact> on(Collection<Long> subjects, FactKind kind, LocalDate day) {
    Map<Long, Fact> facts = new HashMap<>();
    rows.on(subjects, kind.name(), day).forEach(one -> facts.put(one.kept(), open(one.row())));
    return facts;
  }

  /** Every row about the subject and those merged into it, newest first. */
  @Transactional(readOnly = true)
  public List<Fact> history(long subject) {
    long kept = subjects.kept(List.of(subject)).getOrDefault(subject, subject);
    return rows.of(subjects.allOf(kept)).stream().map(this::open).toList();
  }

  private Fact open(FactRows.Row row) {
    byte[] sealed = row.sealed();
    String value = sealed == null ? row.value() : seals.open(Column.FACT, row.id(), sealed);
    if (value == null) {
      throw new IllegalStateException("Maybe a check was dropped: fact " + row.id());
    }
    return new Fact(
        row.id(),
        row.subject(),
        row.kind(),
        row.chinese(),
        value,
        row.days(),
        row.source(),
        row.corrects(),
        row.ground(),
        row.standing(),
        row.enteredAt(),
        row.enteredPost());
  }
}
