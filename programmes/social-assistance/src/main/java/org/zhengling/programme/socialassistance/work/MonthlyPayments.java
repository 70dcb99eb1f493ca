package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.Answers;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.platform.ledger.Fund;
import org.zhengling.platform.ledger.FundingPlan;
import org.zhengling.platform.ledger.Payee;
import org.zhengling.platform.ledger.PaymentBatches;
import org.zhengling.platform.ledger.PaymentOrder;
import org.zhengling.platform.ledger.SourceLevel;
import org.zhengling.platform.registry.Fact;
import org.zhengling.platform.registry.FactKind;
import org.zhengling.platform.registry.Facts;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;
import org.zhengling.programme.socialassistance.rules.FiscalPowers;
import org.zhengling.programme.socialassistance.store.Allowances;
import org.zhengling.programme.socialassistance.store.Allowances.Payable;

/** Pays the allowance of a month: everybody once, borne by city and county as the list says. */
@Component
public class MonthlyPayments {
  /** As the funds are called. */
  public static final String PURPOSE = "最低生活保障金";

  private final CurrentPost current;
  private final Allowances allowances;
  private final Residents residents;
  private final Facts facts;
  private final PaymentBatches batches;
  private final PolicyNumbers numbers;
  private final BusinessDay day;

  MonthlyPayments(
      CurrentPost current,
      Allowances allowances,
      Residents residents,
      Facts facts,
      PaymentBatches batches,
      PolicyNumbers numbers,
      BusinessDay day) {
    this.current = current;
    this.allowances = allowances;
    this.residents = residents;
    this.facts = facts;
    this.batches = batches;
    this.numbers = numbers;
    this.day = day;
  }

  /**
   * Makes the batch of the post's county for a month; answers its number. A household that stands
   * in an earlier batch of the month is left out there with the reason.
   */
  @Transactional
  @Answers("social-assistance/list-fiscal-powers-level")
  public long prepare(YearMonth month) {
    String county = current.require(Permission.PAY).post().areaCode();
    List<Payable> payable = allowances.payable(county, month);
    if (payable.isEmpty()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有编制。" + month + " 没有要发放的低保家庭。", "请核对月份和区划。");
    }
    String cases = payable.stream().map(Payable::number).collect(Collectors.joining("\n"));
    return batches.prepare(
        new PaymentOrder(
            "allowance " + county + " " + month + " " + Sm3.hex(cases),
            county,
            PURPOSE,
            month,
            month + " 最低生活保障金",
            funding(county, month),
            payees(payable),
            payable.stream().anyMatch(Payable::sample)
                ? PaymentOrder.Origin.SAMPLE
                : PaymentOrder.Origin.REAL));
  }

  private FundingPlan funding(String county, YearMonth month) {
    FiscalPowers powers = FiscalPowers.ofCity(numbers.count("city-share", month.atDay(1), county));
    int year = month.getYear();
    List<FundingPlan.Part> parts = new ArrayList<>();
    if (powers.city().numerator() > 0) {
      parts.add(
          new FundingPlan.Part(
              Fund.ofArea(county, PURPOSE, SourceLevel.CITY, year), powers.city()));
    }
    if (powers.county().numerator() > 0) {
      parts.add(
          new FundingPlan.Part(
              Fund.ofArea(county, PURPOSE, SourceLevel.COUNTY, year), powers.county()));
    }
    return new FundingPlan(parts);
  }

  /** Who has no account on record is listed all the same; the batch says what is missing. */
  private List<Payee> payees(List<Payable> payable) {
    List<Long> persons = payable.stream().map(Payable::applicant).toList();
    Map<Long, Resident> named =
        residents.byIds(persons).stream()
            .collect(Collectors.toMap(Resident::id, Function.identity()));
    LocalDate today = day.today();
    Map<Long, Fact> accounts = facts.on(persons, FactKind.BANK_ACCOUNT, today);
    return payable.stream()
        .map(one -> payee(one, named.get(one.applicant()), accounts.get(one.applicant())))
        .toList();
  }

  /** An account is written as its digits, then the bank: 6222020000000000 示例银行. */
  private static Payee payee(Payable one, @Nullable Resident who, @Nullable Fact account) {
    String text = account == null ? "" : account.value().strip();
    String digits = text.replaceFirst("(?s)[^0-9].*", "");
    return new Payee(
        one.applicant(),
        one.caseFile(),
        who == null ? "" : who.name(),
        digits,
        text.substring(digits.length()).strip(),
        one.monthly().fen());
  }
}
