package org.zhengling.app.demo.departments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.quantity.Money;

/**
 * What is true of an invented person, and so what departments know of them.
 *
 * @param household number of the household book
 */
public record Truth(
    IdNumber number, String name, String household, String address, List<Fact> facts) {
  public Truth {
    facts = List.copyOf(facts);
  }

  /** Something that a department, a bank or an insurer knows. */
  public sealed interface Fact {}

  /** In the household book; every person of the world has one of these. */
  public record Registered(String relation) implements Fact {}

  public record Wage(YearMonth month, Money amount, String employer) implements Fact {}

  /** Paid by the treasury. */
  public record FiscalPay(YearMonth month, Money amount, String unit) implements Fact {}

  /** Social insurance paid in. */
  public record PaidIn(YearMonth month, Money base, String employer) implements Fact {}

  public record Pension(YearMonth month, Money amount) implements Fact {}

  public record Subsidy(int year, String name, Money amount) implements Fact {}

  public record FamilyAward(int year, Money amount) implements Fact {}

  /**
   * An account at the invented bank.
   *
   * @param account last four digits
   */
  public record Deposit(String account, Money balance) implements Fact {}

  /** An account at the invented rural bank, which does not answer. */
  public record RuralDeposit(String account, Money balance) implements Fact {}

  public record ProvidentFund(Money monthly, Money balance, String employer) implements Fact {}

  /**
   * A registered vehicle.
   *
   * @param kind 小型轿车, 残疾人机动轮椅车
   */
  public record Vehicle(String plate, String kind, LocalDate registered) implements Fact {}

  public record TransportPermit(String permit, String plate, LocalDate until) implements Fact {}

  /**
   * A registered building.
   *
   * @param squareMetres two decimals
   * @param use 住宅, 商业
   */
  public record House(
      String unit, String address, BigDecimal squareMetres, String use, LocalDate registered)
      implements Fact {}

  public record HouseDeal(String contract, Money price, LocalDate signed) implements Fact {}

  public record Machine(String kind, String plate, LocalDate bought) implements Fact {}

  public record Share(String company, Money capital, LocalDate since) implements Fact {}

  public record Insured(String kind, LocalDate since) implements Fact {}

  public record Student(String school, YearMonth since) implements Fact {}

  public record Death(LocalDate day) implements Fact {}

  public record Cremation(LocalDate day) implements Fact {}

  public record Prison(LocalDate since, LocalDate until) implements Fact {}

  public record Policy(String company, String product, Money value) implements Fact {}

  public record Security(String broker, String name, Money value) implements Fact {}
}
