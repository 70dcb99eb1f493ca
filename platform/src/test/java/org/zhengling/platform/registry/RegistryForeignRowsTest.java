package org.zhengling.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.identity.CreditCode;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.registry.NewResident.Origin;

/** Nobody of a county sees or writes a row of another, neither in tables nor through functions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryForeignRowsTest {
  private final Town town = new Town();
  private final IdNumber number = town.number();
  private long foreign;
  private long household;

  @AfterAll
  void close() {
    town.close();
  }

  @BeforeAll
  void weishanHasEverything() {
    foreign = town.enter(town.weishan, "湖上人家", number);
    household = town.household(town.weishan, foreign);
    long twin = town.enter(town.weishan, "湖上人家");
    town.weishan.call(() ->
        town.facts.record(
            foreign, FactKind.PHONE, "13900000000", new DateRange(Town.DAY, null), "本人"));
    town.weishan.call(() -> town.residents.merge(foreign, twin, "同一人"));
    town.weishan.call(() ->
        town.hall
            .get(Organisations.class)
            .enter(
                "湖上公司",
                "公司",
                new CreditCode("91350100M000100Y43"),
                CityHall.WEISHAN,
                Origin.SAMPLE));
    town.weishan.call(() ->
        town.hall.get(Places.class).enter("湖心岛", "岛", "湖心", null, CityHall.WEISHAN, Origin.SAMPLE));
  }

  private long rows(String table, String node) {
    return new Scope(List.of(node))
        .<Long, RuntimeException>call(() ->
            town.hall
                .jdbc()
                .sql("select count(*) from registry." + table)
                .query(Long.class)
                .single());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"subject", "identity", "fact", "membership", "merge", "organisation", "place"})
  void another_county_and_nobody_in_particular_see_no_row(String table) {
    assertThat(rows(table, CityHall.WEISHAN)).as(table).isPositive();
    assertThat(rows(table, CityHall.RENCHENG)).as(table).isZero();
    assertThat(rows(table, "no such area")).as(table).isZero();
    assertThat(
            town.hall
                .jdbc()
                .sql("select count(*) from registry." + table)
                .query(Long.class)
                .single())
        .as(table)
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        insert into registry.subject (kind, area, county, entered_at, entered_post)
        values ('RESIDENT', '370826000000', '370826000000', now(), 'x')
        """,
        """
        insert into registry.identity (subject, name, name_digest, provisional, without_number,
          source, ground, entered_at, entered_post)
        values (:foreign, '\\x00', '\\x00', false, 'OTHER', 'x', '', now(), 'x')
        """,
        """
        insert into registry.fact (subject, kind, value, from_day, source, ground, entered_at, entered_post)
        values (:foreign, 'phone', 'x', '2020-09-20', 'x', '', now(), 'x')
        """,
        """
        insert into registry.membership (household, resident, holder, relation, period, ground, entered_at, entered_post)
        values (:household, :foreign, :foreign, 'CHILD', '[2020-09-20,)', 'x', now(), 'x')
        """
      })
  void the_database_refuses_rows_for_foreign_people(String sql) {
    String filled =
        sql.replace(":foreign", Long.toString(foreign))
            .replace(":household", Long.toString(household));
    assertThatThrownBy(() -> town.rencheng.call(() -> town.hall.jdbc().sql(filled).update()))
        .hasStackTraceContaining("row-level security");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update registry.subject set kept_as = null",
        "update registry.subject set sample = true",
        "update registry.membership set holder = resident",
        "update registry.fact set value = 'x'",
        "update registry.identity set number_digest = null",
        "delete from registry.fact",
        "delete from registry.identity",
        "delete from registry.merge"
      })
  void what_is_written_is_not_rewritten_even_at_home(String sql) {
    assertThatThrownBy(() -> town.weishan.call(() -> town.hall.jdbc().sql(sql).update()))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void who_asks_for_a_foreign_number_learns_the_county_and_nothing_else() {
    assertThat(town.rencheng.call(() -> town.residents.whoHolds(number)))
        .contains(new NumberAnswer.HeldElsewhere("微山县"));
    var row =
        town.rencheng.call(() ->
            town.hall
                .jdbc()
                .sql(
                    """
                    select h.* from registry.holder_of(:digest) h
                    """)
                .param("digest", town.hall.get(Seals.class).digestOf(number))
                .query()
                .singleRow());
    assertThat(row)
        .containsOnlyKeys("resident", "county")
        .containsEntry("county", CityHall.WEISHAN);
    assertThat(row.get("resident")).isNull();
    assertThat(town.residents.whoHolds(number)).contains(new NumberAnswer.HeldElsewhere("微山县"));
  }

  @Test
  void a_request_tells_who_asks_nothing_and_the_holder_alone_hands_over() {
    IdNumber asked = town.number();
    long person = town.enter(town.weishan, "被申请", asked);
    long request = town.rencheng.call(() -> town.moves.ask(asked, CityHall.RENCHENG, "迁入"));
    assertThat(town.rencheng.call(() -> town.residents.byId(person))).isEmpty();
    assertThat(
            town.rencheng.call(() ->
                town.hall
                    .jdbc()
                    .sql("select registry.hand_over(" + request + ")")
                    .query(Boolean.class)
                    .single()))
        .isFalse();
    assertThatThrownBy(
            () -> town.weishan.call(() -> town.moves.ask(asked, CityHall.RENCHENG, "替别人申请")))
        .hasMessageContaining("不在您的区划内");
    assertThatThrownBy(
            () -> town.rencheng.call(() -> town.moves.ask(asked, CityHall.RENCHENG, "再申请")))
        .hasMessageContaining("没有再申请一次");
  }

  @Test
  void a_split_of_foreign_people_is_refused_by_the_database() {
    long merge = town.weishan.call(() -> town.residents.merges(foreign)).getFirst().id();
    assertThatThrownBy(() ->
            town.rencheng.call(() ->
                town.hall
                    .jdbc()
                    .sql("select registry.split_off(" + merge + ")")
                    .query()
                    .listOfRows()))
        .hasStackTraceContaining("row-level security");
    assertThat(
            town.rencheng.call(() ->
                town.hall.get(Organisations.class).byCode(new CreditCode("91350100M000100Y43"))))
        .contains(new Organisations.Entry.Elsewhere("微山县"));
  }
}
