package org.zhengling.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhengling.engine.identity.CreditCode;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.registry.NewResident.Origin;

/** Dated facts, and what is registered besides people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsTest {
  private static final FactKind INCOME =
      new FactKind("stated-income", "自报收入", "first", FactKind.Secrecy.PERSONAL);
  private static final FactKind INCOME_OF_ANOTHER =
      new FactKind("stated-income", "自报收入", "second", FactKind.Secrecy.PERSONAL);
  private static final LocalDate DAY = Town.DAY;

  private final Town town = new Town();
  private final Facts facts = town.facts;

  @AfterAll
  void close() {
    town.close();
  }

  private long record(long who, FactKind kind, String value, LocalDate from) {
    return town.rencheng.call(
        () -> facts.record(who, kind, value, new DateRange(from, null), "本人自报"));
  }

  private String on(long who, FactKind kind, LocalDate day) {
    return town.rencheng.call(() -> facts.on(who, kind, day)).map(Fact::value).orElse("");
  }

  @Test
  void on_a_day_the_one_counts_that_began_last() {
    long who = town.enter(town.rencheng, "有事实");
    record(who, FactKind.PHONE, "13900000001", DAY.minusDays(30));
    record(who, FactKind.PHONE, "13900000002", DAY);
    assertThat(on(who, FactKind.PHONE, DAY.minusDays(31))).isEmpty();
    assertThat(on(who, FactKind.PHONE, DAY.minusDays(1))).isEqualTo("13900000001");
    assertThat(on(who, FactKind.PHONE, DAY)).isEqualTo("13900000002");
  }

  @Test
  void a_correction_is_a_further_row_and_is_made_once() {
    long who = town.enter(town.rencheng, "写错了");
    long wrong = record(who, FactKind.BANK_ACCOUNT, "6222000000000001", DAY);
    town.rencheng.call(() ->
        facts.correct(
            wrong,
            FactKind.BANK_ACCOUNT,
            "6222000000000002",
            new DateRange(DAY, null),
            "存折",
            "抄错末位"));
    assertThat(on(who, FactKind.BANK_ACCOUNT, DAY)).isEqualTo("6222000000000002");
    List<Fact> history = town.rencheng.call(() -> facts.history(who));
    assertThat(history).extracting(Fact::standing).containsExactly(true, false);
    assertThat(history.getFirst().ground()).isEqualTo("抄错末位");
    assertThatThrownBy(() ->
            town.rencheng.call(() ->
                facts.correct(
                    wrong,
                    FactKind.BANK_ACCOUNT,
                    "6222000000000003",
                    new DateRange(DAY, null),
                    "存折",
                    "又改")))
        .hasMessageContaining("刚刚有人更正过");
  }

  @Test
  void a_kind_is_written_by_one_owner() {
    long who = town.enter(town.rencheng, "一个主人");
    record(who, INCOME, "1200", DAY);
    assertThatThrownBy(() -> record(who, INCOME_OF_ANOTHER, "3400", DAY))
        .hasMessageContaining("由 first 登记，second 不能写");
    assertThat(on(who, INCOME, DAY)).isEqualTo("1200");
  }

  @Test
  void nobody_writes_or_reads_a_fact_of_a_foreign_person() {
    long foreign = town.enter(town.weishan, "外地人");
    assertThatThrownBy(() -> record(foreign, FactKind.PHONE, "13900000009", DAY))
        .hasMessageContaining("不在您的区划内");
    assertThat(town.rencheng.call(() -> facts.history(foreign))).isEmpty();
  }

  @Test
  void an_organisation_is_found_by_its_code_and_keeps_its_former_names() {
    Organisations organisations = town.hall.get(Organisations.class);
    CreditCode code = new CreditCode("91350100M000100Y43");
    var entry =
        town.rencheng.call(
            () -> organisations.enter("示例公司", "公司", code, CityHall.RENCHENG, Origin.SAMPLE));
    long id = ((Organisations.Entry.Entered) entry).organisation();
    assertThat(
            town.weishan.call(
                () -> organisations.enter("又一个", "公司", code, CityHall.WEISHAN, Origin.SAMPLE)))
        .isEqualTo(new Organisations.Entry.Elsewhere("任城区"));
    town.rencheng.call(() -> {
      organisations.rename(id, "示例集团", DAY, "变更通知书");
      return true;
    });
    assertThat(town.rencheng.call(() -> organisations.byId(id)).orElseThrow().name())
        .isEqualTo("示例集团");
    assertThat(on(id, FactKind.FORMER_NAME, DAY.minusDays(1))).isEqualTo("示例公司");
  }

  @Test
  void a_place_has_a_point_where_somebody_measured_it() {
    Places places = town.hall.get(Places.class);
    long id =
        town.rencheng.call(() ->
            places.enter(
                "示例敬老院",
                "敬老院",
                "示例路 3 号",
                new Place.Point(1165800000, 354100000),
                CityHall.RENCHENG,
                Origin.SAMPLE));
    assertThat(town.rencheng.call(() -> places.byIds(List.of(id))))
        .singleElement()
        .satisfies(
            place -> assertThat(place.point()).isEqualTo(new Place.Point(1165800000, 354100000)));
    assertThat(town.weishan.call(() -> places.byIds(List.of(id)))).isEmpty();
  }
}
