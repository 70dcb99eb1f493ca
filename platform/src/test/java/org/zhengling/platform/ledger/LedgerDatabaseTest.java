package org.zhengling.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.zhengling.platform.CityHall;

/** What the database itself refuses, whoever writes and past every line of the program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerDatabaseTest {
  private final Treasury treasury = new Treasury();
  private long rich;
  private long poor;
  private long held;

  @BeforeAll
  void money() {
    rich = treasury.with("甲", 1_000);
    poor = treasury.open("乙", Pot.AVAILABLE);
    held = treasury.open("甲", Pot.HELD);
    treasury
        .hall
        .seeingEverything()
        .sql("insert into ledger.asset values ('coal', '煤炭', 'kg')")
        .update();
    treasury
        .hall
        .seeingEverything()
        .sql(
            """
            insert into ledger.account
              (asset, area, owner_kind, owner, purpose, level, year, pot, opened_at)
            values ('coal', '%s', 'ORGANISATION', '甲', '示例', 'COUNTY', 2020, 'AVAILABLE', now())
            """
                .formatted(CityHall.RENCHENG))
        .update();
  }

  @AfterAll
  void close() {
    treasury.close();
  }

  private String line(String values) {
    return """
    insert into ledger.transfer
      (batch, entry, part, content, movement, asset, from_account, from_area, to_account, to_area,
       amount, from_after, to_after, about, day, hold, until)
    select b.id, 'x', 1, decode(repeat('00', 32), 'hex'), %s, '示例', date '2020-09-20'
    from (select min(id) as id from ledger.batch) b
    """
        .formatted(
            values
                .replace("RICH", rich + ", '" + CityHall.RENCHENG + "'")
                .replace("POOR", poor + ", '" + CityHall.RENCHENG + "'")
                .replace("HELD", held + ", '" + CityHall.RENCHENG + "'"))
        .replace("'示例', date '2020-09-20'", "'示例', date '2020-09-20', null, null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'ALLOT', 'money', RICH, POOR, 0, 1000, 0",
        "'ALLOT', 'money', RICH, POOR, -5, 1005, -5",
        "'ALLOT', 'money', RICH, RICH, 5, 995, 1000",
        "'ALLOT', 'money', RICH, null, null, 5, 995, 5",
        "'ALLOT', 'money', null, null, POOR, 5, 995, 5",
        "'ALLOT', 'coal', RICH, POOR, 5, 995, 5",
        "'ALLOT', 'money', RICH, POOR, 1001, -1, 1001",
        "'ALLOT', 'money', RICH, HELD, 5, 995, 5",
        "'ALLOT', 'money', RICH, POOR, 1.5, 998.5, 1.5::text"
      })
  void a_line_that_does_not_balance_or_overdraws_or_goes_around_a_hold(String values) {
    assertThatThrownBy(() -> treasury.hall.seeingEverything().sql(line(values)).update())
        .isInstanceOf(DataAccessException.class);
    assertThat(treasury.amount(rich)).isEqualTo(1_000);
    assertThat(treasury.faults()).isEqualTo(Treasury.NONE);
  }

  @Test
  void a_line_that_balances_is_taken_and_rolled_up() {
    // The same statement with good values: the refusals above are not about its form.
    treasury.hall.seeingEverything().sql(line("'ALLOT', 'money', RICH, POOR, 5, 995, 5")).update();
    assertThat(treasury.amount(poor)).isEqualTo(5);
    assertThat(treasury.faults()).isEqualTo(Treasury.NONE);
    treasury
        .hall
        .seeingEverything()
        .sql(line("'ALLOT', 'money', POOR, RICH, 5, 0, 1000").replace("'x'", "'y'"))
        .update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.transfer set amount = amount + 1",
        "delete from ledger.transfer",
        "truncate ledger.transfer",
        "update ledger.account set pot = 'SOURCE'",
        "delete from ledger.batch"
      })
  void what_stands_is_not_changed_even_by_who_may_everything(String sql) {
    assertThatThrownBy(() -> treasury.hall.seeingEverything().sql(sql).update())
        .hasStackTraceContaining("ledger.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.balance set amount = 1",
        "update ledger.total set amount = 1",
        "update ledger.hold set open_amount = 1",
        "insert into ledger.balance (account, area) values (1, 'x')",
        "insert into ledger.transfer (entry) values ('x')",
        "update ledger.batch set about = 'x'",
        "delete from ledger.rejection",
        "insert into ledger.asset values ('more', '更多', 'x')"
      })
  void the_role_that_serves_writes_through_the_one_door_alone(String sql) {
    assertThatThrownBy(() -> treasury.treasurer.call(() -> treasury.hall.jdbc().sql(sql).update()))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void the_door_is_closed_to_accounts_outside_of_the_scope() {
    String call =
        """
        select ledger.write_transfers(1, date '2020-09-20', array['z'], array[1],
          array[repeat('00', 32)], array['ALLOT'], array[%d::bigint], array[%d::bigint],
          array[1::bigint], array[999::bigint], array[1::bigint], array['示例'],
          array[null::bigint], array[null::text], array[null::date], array[null::bigint])
        """
            .formatted(rich, poor);
    assertThatThrownBy(() -> treasury.hall.jdbc().sql(call).query().listOfRows())
        .hasStackTraceContaining("outside of the scope");
    String lock = "select count(*) from ledger.lock_accounts(array[%d::bigint])".formatted(rich);
    assertThat(treasury.hall.jdbc().sql(lock).query(Long.class).single()).isZero();
    assertThat(
            treasury.treasurer.call(
                () -> treasury.hall.jdbc().sql(lock).query(Long.class).single()))
        .isEqualTo(1);
  }
}
