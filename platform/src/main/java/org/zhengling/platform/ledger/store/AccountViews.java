package org.zhengling.platform.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.ledger.Account;
import org.zhengling.platform.ledger.AccountKey;
import org.zhengling.platform.ledger.Fund;
import org.zhengling.platform.ledger.Movement;
import org.zhengling.platform.ledger.OwnerKind;
import org.zhengling.platform.ledger.Pot;
import org.zhengling.platform.ledger.SourceLevel;

/** Accounts, totals and statements, for reading. */
@Repository
public class AccountViews {
  private static final String ACCOUNT =
      """
      select a.id, a.area, a.owner_kind, a.owner, a.purpose, a.level, a.year, a.pot,
             b.amount, b.moves
      from ledger.account a join ledger.balance b on b.account = a.id
      """;

  private final JdbcClient jdbc;

  AccountViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What all accounts of a kind, purpose, level, year and pot in an area hold together. */
  public record Total(
      String area,
      OwnerKind kind,
      String purpose,
      SourceLevel level,
      int year,
      Pot pot,
      long amount) {}

  /**
   * A line of a statement.
   *
   * @param change what came, or went where negative
   * @param after balance after it
   * @param other the account on the other side
   */
  public record StatementLine(
      long id,
      LocalDate day,
      Movement movement,
      String about,
      String entry,
      long change,
      long after,
      long other,
      @Nullable Long caseFile) {}

  public Optional<Account> account(long id) {
    return jdbc.sql(ACCOUNT + "where a.id = :id")
        .param("id", id)
        .query((row, number) -> account(row))
        .optional();
  }

  public List<Account> accounts(Collection<Long> ids) {
    return jdbc.sql(ACCOUNT + "where a.id = any (:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query((row, number) -> account(row))
        .list();
  }

  public List<Account> find(Collection<AccountKey> keys) {
    List<AccountKey> all = keys.stream().distinct().toList();
    return jdbc.sql(
            ACCOUNT
                + """
                join unnest(:areas::text[], :kinds::text[], :owners::text[], :purposes::text[],
                            :levels::text[], :years::int[], :pots::text[])
                     as k (area, owner_kind, owner, purpose, level, year, pot)
                  on k.area = a.area and k.owner_kind = a.owner_kind and k.owner = a.owner
                  and k.purpose = a.purpose and k.level = a.level and k.year = a.year
                  and k.pot = a.pot
                where a.asset = 'money'
                """)
        .param("areas", all.stream().map(key -> key.fund().area()).toArray(String[]::new))
        .param("kinds", all.stream().map(key -> key.fund().kind().name()).toArray(String[]::new))
        .param("owners", all.stream().map(key -> key.fund().owner()).toArray(String[]::new))
        .param("purposes", all.stream().map(key -> key.fund().purpose()).toArray(String[]::new))
        .param("levels", all.stream().map(key -> key.fund().level().name()).toArray(String[]::new))
        .param("years", all.stream().map(key -> key.fund().year()).toArray(Integer[]::new))
        .param("pots", all.stream().map(key -> key.pot().name()).toArray(String[]::new))
        .query((row, number) -> account(row))
        .list();
  }

  /** Accounts of a year that belong to nobody in person, in the order of their area. */
  public List<Account> ofYear(int year) {
    return jdbc.sql(
            ACCOUNT
                + """
                where a.year = :year and a.owner_kind <> 'PERSON'
                order by a.area, a.purpose, a.owner_kind, a.level, a.pot, a.id
                """)
        .param("year", year)
        .query((row, number) -> account(row))
        .list();
  }

  /** Roll-ups of a year. */
  public List<Total> totals(int year) {
    return jdbc.sql(
            """
            select area, owner_kind, purpose, level, year, pot, amount
            from ledger.total where year = :year
            order by area, purpose, owner_kind, level, pot
            """)
        .param("year", year)
        .query((row, number) ->
            new Total(
                row.getString("area"),
                OwnerKind.valueOf(row.getString("owner_kind")),
                row.getString("purpose"),
                SourceLevel.valueOf(row.getString("level")),
                row.getInt("year"),
                Pot.valueOf(row.getString("pot")),
                row.getLong("amount")))
        .list();
  }

  /** Years with accounts, newest first. */
  public List<Integer> years() {
    return jdbc.sql("select distinct year from ledger.total order by year desc")
        .query((row, number) -> row.getInt("year"))
        .list();
  }

  /** The newest lines of an account before one of them; from the newest where it is absent. */
  public List<StatementLine> statement(long account, @Nullable Long before, int atMost) {
    return jdbc.sql(
            """
            select * from (
              (select id, day, movement, about, entry, -amount as change, from_after as after,
                      to_account as other, case_file
               from ledger.transfer where from_account = :account and id < :before
               order by id desc limit :atMost)
              union all
              (select id, day, movement, about, entry, amount, to_after, from_account, case_file
               from ledger.transfer where to_account = :account and id < :before
               order by id desc limit :atMost)) line
            order by id desc limit :atMost
            """)
        .param("account", account)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("atMost", atMost)
        .query((row, number) ->
            new StatementLine(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                Movement.valueOf(row.getString("movement")),
                row.getString("about"),
                row.getString("entry"),
                row.getLong("change"),
                row.getLong("after"),
                row.getLong("other"),
                row.getObject("case_file", Long.class)))
        .list();
  }

  private static Account account(ResultSet row) throws SQLException {
    Fund fund =
        new Fund(
            OwnerKind.valueOf(row.getString("owner_kind")),
            row.getString("owner"),
            row.getString("area"),
            row.getString("purpose"),
            SourceLevel.valueOf(row.getString("level")),
            row.getInt("year"));
    return new Account(
        row.getLong("id"),
        new AccountKey(fund, Pot.valueOf(row.getString("pot"))),
        row.getLong("amount"),
        row.getLong("moves"));
  }
}
