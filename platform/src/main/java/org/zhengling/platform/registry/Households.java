package org.zhengling.platform.registry;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.registry.store.Memberships;
import org.zhengling.platform.registry.store.Subjects;

/**
 * Households and who belongs to them on which days. On a day a person is in one household at most
 * and a household has one head at most; the database keeps both.
 */
@Component
public class Households {
  private final Subjects subjects;
  private final Memberships memberships;
  private final Residents residents;
  private final Facts facts;
  private final Territory territory;
  private final InstantSource clock;
  private final Audit audit;

  Households(
      Subjects subjects,
      Memberships memberships,
      Residents residents,
      Facts facts,
      Territory territory,
      InstantSource clock,
      Audit audit) {
    this.subjects = subjects;
    this.memberships = memberships;
    this.residents = residents;
    this.facts = facts;
    this.territory = territory;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * A household about to be entered.
   *
   * @param head a resident of the scope
   * @param area township or village, in the scope
   * @param from the first day
   * @param ground what it was taken from: 户口簿
   */
  public record NewHousehold(
      long head, String area, String address, LocalDate from, String ground) {}

  /**
   * A household.
   *
   * @param area node of the area tree
   */
  public record Household(long id, String area) {}

  /** Opens a household with its head; answers its number. */
  @Transactional
  public long open(NewHousehold household) {
    refuseFaults(household.ground(), household.address());
    Territory.Spot spot = territory.within(household.area());
    Resident head = resident(household.head());
    long id =
        subjects.add(
            Subjects.Kind.HOUSEHOLD, spot.area(), spot.county(), head.origin(), By.now(clock));
    add(id, head.id(), Relation.HEAD, household.from(), household.ground());
    facts.record(
        id,
        FactKind.ADDRESS,
        household.address(),
        new DateRange(household.from(), null),
        household.ground());
    recordChange("新登记家庭 " + id, household.ground(), head.id());
    return id;
  }

  /** Somebody of the scope joins; answers the number of the membership. */
  @Transactional
  public long join(
      long household, long resident, Relation relation, LocalDate from, String ground) {
    refuseFaults(ground, "有");
    requireHousehold(household);
    Resident member = resident(resident);
    long id = add(household, member.id(), relation, from, ground);
    recordChange("家庭 " + household + " 增加" + relation.chinese(), ground, member.id());
    return id;
  }

  private long add(
      long household, long resident, Relation relation, LocalDate from, String ground) {
    try {
      return memberships.add(household, resident, relation, from, ground.strip(), By.now(clock));
    } catch (DataIntegrityViolationException overlapping) {
      String which =
          Objects.requireNonNullElse(overlapping.getMessage(), "").contains("one_head_on_a_day")
              ? "这个家庭在这段时间已经有户主"
              : "这个人在这段时间已经是一个家庭的成员，一人一天只能属于一个家庭";
      throw new Refusal(Refusal.Kind.CONFLICT, "没有加入。" + which + "。", "请先让原来的成员关系结束（或撤销登记错的），再加入。");
    }
  }

  /**
   * The membership ends.
   *
   * @param to the first day on which the person no longer belongs to the household
   */
  @Transactional
  public void leave(long membership, LocalDate to, String ground) {
    refuseFaults(ground, "有");
    Membership before = membership(membership).orElseThrow(Households::absent);
    if (to.isBefore(before.days().from())) {
      throw new Misfilled(Map.of("to", "离开的日子早于加入的日子（" + before.days().from() + "），请核对。"));
    }
    if (!memberships.end(membership, to, ground.strip())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再结束一次。这个成员关系已经结束。", "请重新打开家庭看现状。");
    }
    recordChange("家庭 " + before.household() + " 减少成员", ground, before.resident());
  }

  /** It was entered by mistake and never was so; the row stays, marked. */
  @Transactional
  public void withdraw(long membership, String ground) {
    refuseFaults(ground, "有");
    Membership before = membership(membership).orElseThrow(Households::absent);
    if (!memberships.withdraw(membership, ground.strip(), clock.instant())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再撤销一次。这个成员关系已经撤销。", "请重新打开家庭看现状。");
    }
    recordChange("家庭 " + before.household() + " 撤销登记错的成员", ground, before.resident());
  }

  /** The household and its members of the scope live elsewhere from a day on. */
  @Transactional
  public void move(long household, String area, String address, LocalDate from, String ground) {
    refuseFaults(ground, address);
    Territory.Spot spot = territory.within(area);
    requireHousehold(household);
    List<Long> members = members(household, from).stream().map(Membership::resident).toList();
    List<Long> all = new ArrayList<>(members);
    all.add(household);
    subjects.lock(all);
    subjects.move(all, spot.area(), spot.county());
    facts.record(household, FactKind.ADDRESS, address, new DateRange(from, null), ground);
    audit.record(
        Act.of(ActKind.CHANGE_HOUSEHOLD, "家庭 " + household + " 迁到 " + territory.name(area))
            .forPurpose(ground.strip())
            .concerning(members));
  }

  private void recordChange(String what, String ground, long resident) {
    audit.record(
        Act.of(ActKind.CHANGE_HOUSEHOLD, what).forPurpose(ground.strip()).concerning(resident));
  }

  private static void refuseFaults(String ground, String address) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (address.isBlank() || address.strip().length() > 300) {
      problems.put("address", "请写住址，最多 300 个字。");
    }
    if (ground.isBlank() || ground.strip().length() > 200) {
      problems.put("ground", "请写依据，如“户口簿”，最多 200 个字。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }

  private Resident resident(long id) {
    return residents
        .byId(id)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.ABSENT, "没有加入。没有这个人，或不在您的区划内。", "请先登记这个人，或申请转入。"));
  }

  /** A membership of the scope that was not withdrawn. */
  @Transactional(readOnly = true)
  public Optional<Membership> membership(long id) {
    return memberships.byId(id);
  }

  private void requireHousehold(long household) {
    if (byId(household).isEmpty()) {
      throw absent();
    }
  }

  private static Refusal absent() {
    return new Refusal(Refusal.Kind.ABSENT, "没有办理。没有这个家庭，或不在您的区划内。", "请重新查找。");
  }

  /** A household of the scope. */
  @Transactional(readOnly = true)
  public Optional<Household> byId(long household) {
    return subjects
        .byId(household)
        .filter(row -> row.kind() == Subjects.Kind.HOUSEHOLD)
        .map(row -> new Household(row.id(), row.area()));
  }

  /** Who belongs to it that day, the head first. */
  @Transactional(readOnly = true)
  public List<Membership> members(long household, LocalDate day) {
    return memberships.members(List.of(household), day);
  }

  /** The same for many households. */
  @Transactional(readOnly = true)
  public Map<Long, List<Membership>> members(Collection<Long> households, LocalDate day) {
    return memberships.members(households, day).stream()
        .collect(Collectors.groupingBy(Membership::household));
  }

  /** Where somebody belongs that day. */
  @Transactional(readOnly = true)
  public Optional<Membership> of(long resident, LocalDate day) {
    long kept = residents.kept(List.of(resident)).getOrDefault(resident, resident);
    return memberships.of(List.of(kept), day).stream().findFirst();
  }

  /** Every membership of the household, latest first. */
  @Transactional(readOnly = true)
  public List<Membership> history(long household) {
    return memberships.history(household);
  }

  /** Every membership of the person, latest first. */
  @Transactional(readOnly = true)
  public List<Membership> historyOf(long resident) {
    return memberships.historyOf(
        residents.kept(List.of(resident)).getOrDefault(resident, resident));
  }
}
