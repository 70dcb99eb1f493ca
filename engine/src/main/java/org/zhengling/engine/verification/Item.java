package org.zhengling.engine.verification;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.zhengling.engine.quantity.Money;

/**
 * One thing that a source knows about a person, or that the household declared.
 *
 * <p>{@code what} is Chinese, for a person: 示例纺织公司工资.
 */
public sealed interface Item {

  long person();

  Topic topic();

  String what();

  /**
   * Income of some months.
   *
   * @param type code of what it is, {@code wage}; rules say which types do not count
   * @param first first month it was received in
   * @param last last month, not before the first
   * @param monthly what came in each of these months, not negative
   */
  record Income(
      long person,
      Topic topic,
      String type,
      String what,
      YearMonth first,
      YearMonth last,
      Money monthly)
      implements Item {
    public Income {
      if (!topic.isIncome() || last.isBefore(first) || monthly.fen() < 0) {
        throw new IllegalArgumentException(
            "No income: %s from %s to %s, %s".formatted(topic, first, last, monthly));
      }
    }

    /** What came in between two months, both included. */
    public Money within(YearMonth from, YearMonth to) {
      YearMonth begin = first.isBefore(from) ? from : first;
      YearMonth end = last.isAfter(to) ? to : last;
      long months = end.isBefore(begin) ? 0 : begin.until(end, ChronoUnit.MONTHS) + 1;
      return monthly.times(months);
    }
  }

  /** Deposits, securities, funds, insurance with a value. */
  record Deposit(long person, String what, Money amount) implements Item {
    @Override
    public Topic topic() {
      return Topic.DEPOSITS;
    }
  }

  /** A vehicle or a boat. */
  record Vehicle(long person, String what, VehicleUse use) implements Item {
    @Override
    public Topic topic() {
      return Topic.VEHICLES;
    }
  }

  /** What a vehicle is for. */
  enum VehicleUse {
    ORDINARY,
    /** It stands in for legs that do not walk, and does not count. */
    FOR_DISABILITY
  }

  /** A house or flat. */
  record House(long person, String what, HouseUse use) implements Item {
    @Override
    public Topic topic() {
      return Topic.HOUSES;
    }
  }

  /** What a house is for. */
  enum HouseUse {
    DWELLING,
    BUSINESS
  }

  /** A company that the person owns, has a part of or runs. */
  record Company(long person, String what) implements Item {
    @Override
    public Topic topic() {
      return Topic.COMPANIES;
    }
  }

  /** Somebody is not where the household says. */
  record Away(long person, String what, Absence absence, LocalDate since) implements Item {
    @Override
    public Topic topic() {
      return Topic.STANDING;
    }
  }

  /** Why somebody is not there. */
  enum Absence {
    DECEASED("已死亡"),
    IMPRISONED("正在服刑"),
    DETOX("正在强制隔离戒毒"),
    MISSING("已被宣告失踪");

    private final String chinese;

    Absence(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** Something that neither adds nor takes away: 参加居民医保. */
  record Remark(long person, Topic topic, String what) implements Item {}
}
