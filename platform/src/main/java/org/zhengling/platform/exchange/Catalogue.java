package org.zhengling.platform.exchange;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.exchange.store.Agreements;
import org.zhengling.platform.exchange.store.Sources;

/** The catalogue of sources, the agreements with their owners, and the purposes that law allows. */
@Component
public class Catalogue {
  private static final int LONGEST_GROUND = 300;

  private final CurrentPost current;
  private final Sources sources;
  private final Agreements agreements;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  Catalogue(
      CurrentPost current,
      Sources sources,
      Agreements agreements,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.current = current;
    this.sources = sources;
    this.agreements = agreements;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /** Every source, retired ones too, by the code of the catalogue. */
  public List<Source> sources() {
    return sources.all();
  }

  /** Those in use today. */
  public List<Source> inUse() {
    return sources.all().stream().filter(this::isInUse).toList();
  }

  boolean isInUse(Source source) {
    LocalDate retired = source.retiredOn();
    return retired == null || day.today().isBefore(retired);
  }

  public Optional<Source> source(String slug) {
    return sources.bySlug(slug);
  }

  public List<LegalPurpose> purposes() {
    return sources.purposes();
  }

  /** Agreements of a source, the one that ends last first. */
  public List<Agreement> agreements(String source) {
    return agreements.ofSources(Set.of(source));
  }

  /** Adds a purpose that a law or an order gives. */
  @Transactional
  public void record(LegalPurpose purpose) {
    current.require(Permission.KEEP_SOURCES);
    if (!sources.add(purpose, clock.instant())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有再登记一次。目的“" + purpose.name() + "”已经在册。", "要改动请先终止旧的。");
    }
    audit.record(Act.of(ActKind.KEEP_SOURCE, "登记法定目的：" + purpose.name() + "，" + purpose.clause()));
  }

  /** Adds a source to the catalogue. */
  @Transactional
  public void add(Source source) {
    current.require(Permission.KEEP_SOURCES);
    if (!sources.add(source, clock.instant())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有再登记一次。标识“" + source.slug() + "”已经在目录里。", "请换一个标识。");
    }
    audit.record(
        Act.of(ActKind.KEEP_SOURCE, "列入目录：" + source.listing().name()).carrying(told(source)));
  }

  /**
   * Changes everything but its name in the program; what it was before is in the audit's digest.
   */
  @Transactional
  public void change(Source source) {
    current.require(Permission.KEEP_SOURCES);
    known(source.slug());
    sources.change(source, clock.instant());
    audit.record(
        Act.of(ActKind.KEEP_SOURCE, "改动数据源：" + source.listing().name()).carrying(told(source)));
  }

  /** What the audit keeps the digest of: everything but secrets. */
  private static String told(Source source) {
    return source.listing()
        + "\n"
        + source.terms()
        + "\n"
        + source.limits()
        + "\n"
        + source.items()
        + "\n"
        + source.way().withoutSecrets()
        + "\n"
        + source.retiredOn();
  }

  private Source known(String slug) {
    return sources
        .bySlug(slug)
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这个数据源。", "请从数据源目录里重新打开。"));
  }

  /** Enters a signed agreement; every fault in it is named at once. */
  @Transactional
  public long enter(Agreement.Draft draft) {
    SignedIn by = current.require(Permission.KEEP_SOURCES);
    Source source = known(draft.source());
    Map<String, String> problems = problems(draft);
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    long id = agreements.add(draft, by.personId(), clock.instant());
    audit.record(
        Act.of(
                ActKind.SIGN_AGREEMENT,
                source.listing().department() + "，" + draft.number() + "，到 " + draft.lastDay())
            .carrying(draft.documentDigest()));
    return id;
  }

  private Map<String, String> problems(Agreement.Draft draft) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (draft.number().isBlank() || draft.number().length() > 80) {
      problems.put("number", "请写协议文号，最多 80 个字。");
    }
    if (draft.lastDay().isBefore(draft.firstDay())) {
      problems.put("lastDay", "最后一天早于生效日，请改其中一个。");
    }
    List<String> known = sources.purposes().stream().map(LegalPurpose::slug).toList();
    if (draft.purposes().isEmpty() || !known.containsAll(draft.purposes())) {
      problems.put("purposes", "请至少选一个在册的目的。");
    }
    if (!Agreement.Draft.DIGEST.matcher(draft.documentDigest()).matches()) {
      problems.put("document", "还没有协议文本，请上传签好的协议。");
    }
    if (!Agreement.Draft.DIGEST.matcher(draft.deedDigest()).matches()) {
      problems.put("deed", "还没有保密承诺书，请上传签好的承诺书。");
    }
    if (draft.deedSignedOn().isAfter(day.today())) {
      problems.put("deedSignedOn", "签订日期在将来，请改成实际签订的日期。");
    }
    return problems;
  }

  /** From that day on the agreement no longer holds; nothing about the past changes. */
  @Transactional
  public void end(long agreement, LocalDate endDay, String ground) {
    SignedIn by = current.require(Permission.KEEP_SOURCES);
    Agreement held =
        agreements
            .byId(agreement)
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这份协议。", "请从数据源目录里重新打开。"));
    Map<String, String> problems = new LinkedHashMap<>();
    if (ground.isBlank() || ground.length() > LONGEST_GROUND) {
      problems.put("ground", "请写终止的原因，最多 " + LONGEST_GROUND + " 个字。");
    }
    if (endDay.isBefore(day.today())) {
      problems.put("endDay", "终止日早于今天，以前的查询已经凭它办了。请写今天或以后。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    if (!agreements.end(agreement, endDay, ground.strip(), by.personId(), clock.instant())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再终止一次。这份协议已经登记过终止。", "不用再做什么。");
    }
    audit.record(Act.of(ActKind.END_AGREEMENT, held.number() + "，从 " + endDay + " 起"));
  }
}
