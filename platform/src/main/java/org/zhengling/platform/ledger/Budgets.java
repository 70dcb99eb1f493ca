package org.zhengling.platform.ledger;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.ledger.store.AccountViews;
import org.zhengling.platform.ledger.store.Reserves;

/** Appropriations, carry-over to the next year, and the reserves of townships. */
@Component
public class Budgets {
  private final Ledger ledger;
  private final Accounts accounts;
  private final AccountViews views;
  private final Reserves reserves;
  private final AreaDirectory areas;
  private final CurrentPost current;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  Budgets(
      Ledger ledger,
      Accounts accounts,
      AccountViews views,
      Reserves reserves,
      AreaDirectory areas,
      CurrentPost current,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.views = views;
    this.reserves = reserves;
    this.areas = areas;
    this.current = current;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Money comes into a fund.
   *
   * @param key makes it happen once
   * @param ground number of the document that gives it
   */
  @Transactional
  public void appropriate(String key, Fund fund, Money amount, String ground) {
    current.require(Permission.KEEP_FUNDS);
    long from = accounts.open(fund.outside(), Pot.SOURCE);
    move(key, Movement.APPROPRIATE, ground, from, fund, amount.fen());
  }

  /** What is left of a fund goes on in the next year; what is held or on its way stays. */
  @Transactional
  public Money carryOver(String key, Fund fund) {
    current.require(Permission.KEEP_FUNDS);
    long left = accounts.amount(fund, Pot.AVAILABLE);
    if (left == 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有结转。这笔资金没有结余。", "不用再做什么。");
    }
    long from = accounts.open(fund, Pot.AVAILABLE);
    Fund next = fund.inYear(fund.year() + 1);
    move(key, Movement.CARRY_OVER, "结转到 " + next.year() + " 年", from, next, left);
    return new Money(left);
  }

  /** Says how much a township keeps in reserve and from where on it should be filled up. */
  @Transactional
  public void keepReserve(String township, String purpose, Money quota, Money warnBelow) {
    current.require(Permission.KEEP_FUNDS);
    if (!reaches(township)) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有设置。没有这个乡镇，或它不在您的区划内。", "请从名单里选。");
    }
    if (quota.fen() <= 0 || warnBelow.fen() < 0 || warnBelow.compareTo(quota) > 0) {
      throw new Refusal(Refusal.Kind.CALLER, "没有设置。定额要大于零，提醒线要在零和定额之间。", "请改定额或提醒线。");
    }
    reserves.set(
        new Reserves.Row(township, purpose, quota.fen(), warnBelow.fen()), clock.instant());
    audit.record(
        Act.of(
            ActKind.KEEP_RESERVE,
            name(township) + purpose + "，定额 " + quota + " 元，低于 " + warnBelow + " 元提醒"));
  }

  /** Fills a reserve up to its quota from a fund above. */
  @Transactional
  public Money replenish(String key, String township, String purpose, Fund from) {
    current.require(Permission.KEEP_FUNDS);
    Reserves.Row rule =
        reserves
            .of(township, purpose)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有补足。这个乡镇没有设这种备用金，或它不在您的区划内。", "请先设置备用金。"));
    Fund reserve = Fund.reserve(township, purpose, from.year());
    long missing = rule.quota() - accounts.amount(reserve, Pot.AVAILABLE);
    if (missing <= 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有补足。备用金已经是满的。", "不用再做什么。");
    }
    long account = accounts.open(from, Pot.AVAILABLE);
    move(key, Movement.REPLENISH, "补足" + name(township) + "备用金", account, reserve, missing);
    return new Money(missing);
  }

  private void move(String key, Movement why, String about, long from, Fund to, long fen) {
    if (about.isBlank() || about.length() > 300) {
      throw new Refusal(Refusal.Kind.CALLER, "没有记账。没有写依据，或依据超过 300 字。", "请写明依据的文号。");
    }
    if (fen <= 0) {
      throw new Refusal(Refusal.Kind.CALLER, "没有记账。金额要大于零。", "请改金额。");
    }
    long into = accounts.open(to, Pot.AVAILABLE);
    Entry entry = new Entry.Moves(key, why, about, null, List.of(new Move(from, into, fen)));
    for (Outcome.Rejected no : ledger.post(new Posting(key, about, List.of(entry))).rejected()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有记账。" + no.said(), "");
    }
  }

  /** Reserves of the scope with what is left this year, those that are low first. */
  public List<Reserve> reserves() {
    return reserves.all().stream()
        .map(row ->
            new Reserve(
                row.area(),
                name(row.area()),
                row.purpose(),
                row.quota(),
                row.warnBelow(),
                accounts.amount(
                    Fund.reserve(row.area(), row.purpose(), day.today().getYear()), Pot.AVAILABLE)))
        .sorted(java.util.Comparator.comparing(one -> !one.low()))
        .toList();
  }

  /** Every fund of the scope in a year, from the roll-ups. */
  public List<Budget> ofYear(int year) {
    record Line(String area, String purpose, SourceLevel level) {}
    Map<Line, Map<Pot, Long>> lines = new LinkedHashMap<>();
    for (AccountViews.Total total : views.totals(year)) {
      if (total.kind() != OwnerKind.OUTSIDE) {
        lines
            .computeIfAbsent(
                new Line(total.area(), total.purpose(), total.level()),
                key -> new EnumMap<>(Pot.class))
            .merge(total.pot(), total.amount(), Math::addExact);
      }
    }
    return lines.entrySet().stream()
        .map(one ->
            new Budget(
                one.getKey().area(),
                name(one.getKey().area()),
                one.getKey().purpose(),
                one.getKey().level(),
                year,
                one.getValue().getOrDefault(Pot.AVAILABLE, 0L),
                one.getValue().getOrDefault(Pot.HELD, 0L),
                one.getValue().getOrDefault(Pot.PAYABLE, 0L),
                one.getValue().getOrDefault(Pot.PAID, 0L)))
        .toList();
  }

  private String name(String area) {
    return areas.area(area).map(AreaDirectory.Area::name).orElse(area);
  }

  /** Whether the area lies in the scope of the post in use. */
  public boolean reaches(String area) {
    return areas.within(area, Set.of(current.require().post().areaCode()));
  }
}
