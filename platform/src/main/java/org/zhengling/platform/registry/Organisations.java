package org.zhengling.platform.registry;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.CreditCode;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.registry.NewResident.Origin;
import org.zhengling.platform.registry.store.Listed;
import org.zhengling.platform.registry.store.Subjects;

/** Organisations; a unified social credit code stands for one in the whole city. */
@Component
public class Organisations {
  private final Subjects subjects;
  private final Listed rows;
  private final Facts facts;
  private final Territory territory;
  private final InstantSource clock;
  private final Audit audit;

  Organisations(
      Subjects subjects,
      Listed rows,
      Facts facts,
      Territory territory,
      InstantSource clock,
      Audit audit) {
    this.subjects = subjects;
    this.rows = rows;
    this.facts = facts;
    this.territory = territory;
    this.clock = clock;
    this.audit = audit;
  }

  /** What comes of entering one. */
  public sealed interface Entry {
    /** Entered. */
    record Entered(long organisation) implements Entry {}

    /** In the scope already. */
    record Here(long organisation) implements Entry {}

    /** Entered in another county. */
    record Elsewhere(String county) implements Entry {}
  }

  /** Enters one, unless its code is there already. */
  @Transactional
  public Entry enter(
      String name, String kind, @Nullable CreditCode code, String area, Origin origin) {
    refuseFaults(name, kind);
    Territory.Spot spot = territory.within(area);
    if (code != null) {
      rows.lockCode(code);
      Optional<Listed.Holder> holder = rows.holder(code);
      if (holder.isPresent()) {
        Long known = holder.get().organisation();
        return known == null
            ? new Entry.Elsewhere(territory.name(holder.get().county()))
            : new Entry.Here(known);
      }
    }
    long id =
        subjects.add(Subjects.Kind.ORGANISATION, spot.area(), spot.county(), origin, By.now(clock));
    rows.add(new Organisation(id, name.strip(), kind.strip(), code, spot.area()));
    audit.record(Act.of(ActKind.ENTER_ORGANISATION, "单位 " + id + "，" + name.strip()));
    return new Entry.Entered(id);
  }

  /** From a day on it has another name; the former one is kept as a fact. */
  @Transactional
  public void rename(long organisation, String name, LocalDate from, String source) {
    Organisation before =
        byId(organisation)
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有更名。没有这个单位，或不在您的区划内。", "请重新查找。"));
    refuseFaults(name, before.kind());
    facts.record(
        organisation,
        FactKind.FORMER_NAME,
        before.name(),
        new DateRange(LocalDate.EPOCH, from),
        source);
    rows.rename(organisation, name.strip());
    audit.record(
        Act.of(ActKind.ENTER_ORGANISATION, "单位 " + organisation + " 更名").forPurpose(source));
  }

  private static void refuseFaults(String name, String kind) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (name.isBlank() || name.strip().length() > 200) {
      problems.put("name", "请写名称，最多 200 个字。");
    }
    if (kind.isBlank() || kind.strip().length() > 60) {
      problems.put("kind", "请写类别，最多 60 个字。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }

  /** One of the scope. */
  @Transactional(readOnly = true)
  public Optional<Organisation> byId(long id) {
    return byIds(List.of(id)).stream().findFirst();
  }

  /** Those of the scope. */
  @Transactional(readOnly = true)
  public List<Organisation> byIds(Collection<Long> ids) {
    return rows.organisations(ids);
  }

  /** Who has this code, and where; outside of the scope only the county is said. */
  @Transactional(readOnly = true)
  public Optional<Entry> byCode(CreditCode code) {
    return rows.holder(code)
        .map(holder ->
            holder.organisation() == null
                ? new Entry.Elsewhere(territory.name(holder.county()))
                : new Entry.Here(holder.organisation()));
  }
}
