package org.zhengling.platform.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.registry.NewResident.Naming;
import org.zhengling.platform.registry.NewResident.Origin;
import org.zhengling.platform.registry.Seals.Column;
import org.zhengling.platform.registry.store.Duplicates;
import org.zhengling.platform.registry.store.Identities;
import org.zhengling.platform.registry.store.Subjects;

/**
 * People. A number stands for one person in the whole city; a name is looked for in the areas of
 * the scope alone. After a merge every number leads to the person that was kept.
 */
@Component
public class Residents {
  private static final int MOST_NAMED = 50;

  private final Subjects subjects;
  private final Identities identities;
  private final Duplicates duplicates;
  private final Seals seals;
  private final Territory territory;
  private final InstantSource clock;
  private final Audit audit;

  Residents(
      Subjects subjects,
      Identities identities,
      Duplicates duplicates,
      Seals seals,
      Territory territory,
      InstantSource clock,
      Audit audit) {
    this.subjects = subjects;
    this.identities = identities;
    this.duplicates = duplicates;
    this.seals = seals;
    this.territory = territory;
    this.clock = clock;
    this.audit = audit;
  }

  /** Enters somebody, unless the number is somebody's already: then nobody is entered. */
  @Transactional
  public NumberAnswer enter(NewResident person) {
    Identification identification =
        new Identification(person.name(), person.naming(), person.proof(), person.source(), "");
    identification.refuseFaults();
    Territory.Spot spot = territory.within(person.area());
    Optional<NumberAnswer.Held> held = lockAndAsk(person.proof().numberOrNull());
    if (held.isPresent()) {
      return held.get();
    }
    By by = By.now(clock);
    long id = subjects.add(Subjects.Kind.RESIDENT, spot.area(), spot.county(), person.origin(), by);
    write(id, identification, by);
    audit.record(
        Act.of(ActKind.ENTER_RESIDENT, "人员 " + id).forPurpose(person.source()).concerning(id));
    return new NumberAnswer.Accepted(id);
  }

  /** Gives a number to somebody who had none, with the name that the card says. */
  @Transactional
  public NumberAnswer giveNumber(long resident, String name, IdNumber number, String source) {
    Resident before = only(resident);
    if (before.number() != null) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有补录。这个人已经有身份证号。", "号码写错了请用“更正”，并写明理由。");
    }
    return correct(
        resident,
        new Identification(name, Naming.NAME, new Proof.Numbered(number), source, "补录身份证号"));
  }

  /** Puts name or number right; the earlier ones stay readable. */
  @Transactional
  public NumberAnswer correct(long resident, Identification anew) {
    anew.refuseFaults();
    long id = only(resident).id();
    subjects.lock(List.of(id));
    Optional<NumberAnswer.Held> held =
        lockAndAsk(anew.proof().numberOrNull())
            .filter(one -> !one.equals(new NumberAnswer.HeldHere(id)));
    if (held.isPresent()) {
      return held.get();
    }
    By by = By.now(clock);
    identities.end(id, by.at());
    write(id, anew, by);
    audit.record(
        Act.of(ActKind.CORRECT_RESIDENT, "人员 " + id).forPurpose(anew.ground()).concerning(id));
    return new NumberAnswer.Accepted(id);
  }

  private Optional<NumberAnswer.Held> lockAndAsk(@Nullable IdNumber number) {
    if (number == null) {
      return Optional.empty();
    }
    identities.lockNumber(seals.digestOf(number));
    return whoHolds(number);
  }

  private void write(long subject, Identification as, By by) {
    long id = identities.nextId();
    IdNumber number = as.proof().numberOrNull();
    String why = as.proof() instanceof Proof.Without(WithoutNumber one) ? one.name() : null;
    identities.add(
        new Identities.Draft(
            id,
            subject,
            seals.seal(Column.NAME, id, as.name()),
            seals.digestOfName(as.name()),
            as.naming() == Naming.CALLED_MEANWHILE,
            number == null ? null : seals.seal(Column.NUMBER, id, number.text()),
            number == null ? null : seals.digestOf(number),
            why,
            as.source(),
            as.ground()),
        by);
  }

  /** Who has this number; outside of the scope only the county is said. */
  @Transactional(readOnly = true)
  public Optional<NumberAnswer.Held> whoHolds(IdNumber number) {
    return identities
        .holder(seals.digestOf(number))
        .map(holder ->
            holder.resident() == null
                ? new NumberAnswer.HeldElsewhere(territory.name(holder.county()))
                : new NumberAnswer.HeldHere(holder.resident()));
  }

  /** Somebody of the scope. Reading is the caller's act: it names the subject in the audit. */
  @Transactional(readOnly = true)
  public Optional<Resident> byId(long id) {
    return byIds(List.of(id)).stream().findFirst();
  }

  /** Those of the scope, each once; merged ones are the kept ones. */
  @Transactional(readOnly = true)
  public List<Resident> byIds(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : identities.inForce(ids).stream().map(this::open).toList();
  }

  /** For a page: the same with one audit entry that names them all, written first. */
  public List<Resident> look(Collection<Long> ids, Look why) {
    List<Resident> found = byIds(ids);
    recordLook(found, why);
    return found;
  }

  /** Everybody of the scope who has or had exactly this name, at most 50; recorded. */
  public List<Resident> named(String fullName, Look why) {
    List<Resident> found =
        identities.named(seals.digestOfName(fullName), MOST_NAMED).stream()
            .map(this::open)
            .toList();
    recordLook(found, why);
    return found;
  }

  private void recordLook(List<Resident> found, Look why) {
    Act act =
        Act.of(ActKind.READ_RESIDENT, why.page())
            .forPurpose(why.purpose())
            .concerning(found.stream().map(Resident::id).toList());
    audit.recordAlone(why.caseNumber() == null ? act : act.inCase(why.caseNumber()));
  }

  private Resident open(Identities.Row row) {
    return new Resident(
        row.resident(),
        seals.open(Column.NAME, row.id(), row.name()),
        row.provisional() ? Naming.CALLED_MEANWHILE : Naming.NAME,
        proof(row),
        row.area(),
        row.sample() ? Origin.SAMPLE : Origin.REAL);
  }

  private Proof proof(Identities.Row row) {
    byte[] number = row.number();
    if (number != null) {
      return new Proof.Numbered(seals.openNumber(row.id(), number));
    }
    String why = row.withoutNumber();
    if (why == null) {
      throw new IllegalStateException("Maybe a check was dropped: identity " + row.id());
    }
    return new Proof.Without(WithoutNumber.valueOf(why));
  }

  /**
   * How somebody was known, newest first.
   *
   * @param endedAt absent for what is in force
   */
  public record Known(
      String name,
      String maskedNumber,
      String source,
      String ground,
      Instant enteredAt,
      String enteredPost,
      @Nullable Instant endedAt) {}

  /** Every name and number of the person and of those merged into them, newest first. */
  @Transactional(readOnly = true)
  public List<Known> history(long resident) {
    return identities.history(allOf(resident)).stream()
        .map(row -> {
          Resident then = open(row);
          return new Known(
              then.name(),
              then.maskedNumber(),
              row.source(),
              row.ground(),
              row.enteredAt(),
              row.enteredPost(),
              row.endedAt());
        })
        .toList();
  }

  /** The number that was kept for each of these; one that is foreign is absent. */
  @Transactional(readOnly = true)
  public Map<Long, Long> kept(Collection<Long> ids) {
    return subjects.kept(ids);
  }

  /** The kept one and all that were merged into it: what refers to any of them is about them. */
  @Transactional(readOnly = true)
  public List<Long> allOf(long resident) {
    return subjects.allOf(subjects.kept(List.of(resident)).getOrDefault(resident, resident));
  }

  private Resident only(long resident) {
    return byId(resident)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.ABSENT, "没有办理。没有这个人，或不在您的区划内。", "请回到人员登记重新查找。"));
  }

  /**
   * Two entries are one person: from now on both numbers lead to the kept one.
   *
   * @return number of the merge, for {@link #split}
   */
  @Transactional
  public long merge(long kept, long dropped, String ground) {
    refuseWithout(ground, "合并");
    Map<Long, Subjects.Row> rows =
        subjects.lock(List.of(kept, dropped)).stream()
            .filter(row -> row.kind() == Subjects.Kind.RESIDENT)
            .collect(Collectors.toMap(Subjects.Row::id, Function.identity()));
    Subjects.Row keep = rows.get(kept);
    Subjects.Row drop = rows.get(dropped);
    if (keep == null || drop == null) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有合并。两个人要都在您的区划内。", "跨县（市、区）的请市级业务主管岗合并。");
    }
    if (kept == dropped || keep.keptAs() != null || drop.keptAs() != null) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有合并。其中一个刚刚已经并入别人，或两个是同一个编号。", "请重新打开两个人再看。");
    }
    if (only(kept).number() == null && only(dropped).number() != null) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有合并。要保留的那个没有身份证号，另一个有。", "请改为保留有身份证号的那一个。");
    }
    By by = By.now(clock);
    long merge = mergeRows(kept, dropped, ground.strip(), by);
    audit.record(
        Act.of(ActKind.MERGE_RESIDENTS, "人员 " + dropped + " 并入 " + kept)
            .forPurpose(ground.strip())
            .concerning(List.of(kept, dropped)));
    return merge;
  }

  private long mergeRows(long kept, long dropped, String ground, By by) {
    try {
      return duplicates.merge(kept, dropped, ground, by);
    } catch (DataIntegrityViolationException overlapping) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有合并。两份登记在同一段时间都是家庭成员，一个人一天只能属于一个家庭。", "请先在家庭页撤销或结束其中一份，再合并。");
    }
  }

  /** They are two people after all: everything that was the dropped one's is theirs again. */
  @Transactional
  public void split(long merge, String ground) {
    refuseWithout(ground, "拆分");
    Merge row =
        duplicates
            .byId(merge)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有拆分。没有这次合并，或不在您的区划内。", "请回到人员页重新打开。"));
    subjects.lock(List.of(row.kept(), row.dropped()));
    if (!duplicates.split(merge, ground.strip(), By.now(clock))) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再拆一次。这次合并已经拆分。", "请重新打开人员页看现状。");
    }
    audit.record(
        Act.of(ActKind.SPLIT_RESIDENTS, "人员 " + row.dropped() + " 从 " + row.kept() + " 拆出")
            .forPurpose(ground.strip())
            .concerning(List.of(row.kept(), row.dropped())));
  }

  private static void refuseWithout(String ground, String act) {
    if (ground.isBlank() || ground.strip().length() > 300) {
      Map<String, String> problems = new LinkedHashMap<>();
      problems.put("ground", "请写" + act + "的依据，最多 300 个字。");
      throw new Misfilled(problems);
    }
  }

  /** Merges that the person took part in, newest first. */
  @Transactional(readOnly = true)
  public List<Merge> merges(long resident) {
    return duplicates.of(allOf(resident));
  }
}
