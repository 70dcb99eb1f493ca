package org.zhengling.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.AsTheProgram;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.keys.KeyRotation;

/** People: entered once, found by number everywhere and by name at home, sealed where they lie. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResidentsTest {
  private static final Look LOOK = new Look("人员登记", "测试");

  private final Town town = new Town();
  private final Residents residents = town.residents;

  @AfterAll
  void close() {
    town.close();
  }

  private List<Long> named(SignedIn clerk, String name) {
    return clerk.call(() -> residents.named(name, LOOK)).stream().map(Resident::id).toList();
  }

  @Test
  void who_is_entered_is_found_by_number_and_by_name_and_shown_masked() {
    IdNumber number = town.number();
    long id = town.enter(town.rencheng, "孔示例", number);
    assertThat(id).isGreaterThan(1_000_000_000L);
    assertThat(town.rencheng.call(() -> residents.whoHolds(number)))
        .contains(new NumberAnswer.HeldHere(id));
    assertThat(named(town.rencheng, "孔 示例")).containsExactly(id);
    Resident found = town.rencheng.call(() -> residents.byId(id)).orElseThrow();
    assertThat(found.name()).isEqualTo("孔示例");
    assertThat(found.number()).isEqualTo(number);
    assertThat(found.maskedNumber()).matches("370811\\*{8}\\d{3}[0-9X]");
    assertThat(found.toString()).doesNotContain("孔示例", number.text());
  }

  @ParameterizedTest
  @ValueSource(longs = {370802, 370822, 370825, 370882, 370821, 370823, 370824})
  void a_retired_area_code_is_no_ground_to_refuse(long area) {
    IdNumber number = new IdNumber((area * 100_000_000L + 19580203L) * 1000L + 11);
    long id = town.enter(town.rencheng, "老号码", number);
    assertThat(town.rencheng.call(() -> residents.byId(id)).orElseThrow().number())
        .isEqualTo(number);
  }

  @Test
  void every_area_code_of_the_history_is_taken() throws IOException {
    Path history =
        Path.of(System.getProperty("zl.root", ".."))
            .toAbsolutePath()
            .normalize()
            .resolveSibling("shared/data/divisions/county_code_history.csv");
    assumeTrue(Files.exists(history), "../shared is not here: the history of codes is not read");
    for (String line : Files.readAllLines(history).stream().skip(1).toList()) {
      long area = Long.parseLong(line.substring(0, 6));
      IdNumber number = new IdNumber((area * 100_000_000L + 19600229L) * 1000L + 22);
      NumberAnswer answer =
          town.rencheng.call(
              () -> residents.enter(NewResident.of("历史区划", number, CityHall.RENCHENG, "居民身份证")));
      assertThat(answer).as(line).isNotInstanceOf(NumberAnswer.HeldElsewhere.class);
    }
  }

  @Test
  void a_number_stands_for_one_person_in_the_city() {
    IdNumber number = town.number();
    long id = town.enter(town.weishan, "湖上人", number);
    NewResident again = NewResident.of("湖上人", number, CityHall.WEISHAN, "居民身份证");
    assertThat(town.weishan.call(() -> residents.enter(again)))
        .isEqualTo(new NumberAnswer.HeldHere(id));
    NewResident abroad = NewResident.of("湖上人", number, CityHall.RENCHENG, "居民身份证");
    assertThat(town.rencheng.call(() -> residents.enter(abroad)))
        .isEqualTo(new NumberAnswer.HeldElsewhere("微山县"));
    assertThat(named(town.rencheng, "湖上人")).isEmpty();
    assertThat(named(town.weishan, "湖上人")).containsExactly(id);
    assertThat(named(town.city, "湖上人")).containsExactly(id);
    assertThat(town.rencheng.call(() -> residents.byId(id))).isEmpty();
  }

  @Test
  void of_eight_clerks_who_enter_one_number_at_once_one_does() throws Exception {
    IdNumber number = town.number();
    List<Callable<NumberAnswer>> clerks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      SignedIn clerk = i % 2 == 0 ? town.rencheng : town.weishan;
      clerks.add(
          AsTheProgram.also(() ->
              clerk.call(() ->
                  residents.enter(
                      NewResident.of("同一人", number, clerk.post().areaCode(), "居民身份证")))));
    }
    List<NumberAnswer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<NumberAnswer> one : threads.invokeAll(clerks)) {
        answers.add(one.get());
      }
    }
    assertThat(answers).filteredOn(NumberAnswer.Accepted.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(NumberAnswer.Held.class::isInstance).hasSize(7);
    assertThat(named(town.city, "同一人")).hasSize(1);
  }

  @Test
  void neither_name_nor_number_nor_phone_lies_open_in_the_database() {
    IdNumber number = town.number();
    long id = town.enter(town.rencheng, "密藏的人", number);
    town.rencheng.call(() ->
        town.facts.record(id, FactKind.PHONE, "13900001234", new DateRange(Town.DAY, null), "本人"));
    String rows =
        town.hall
            .seeingEverything()
            .sql(
                """
                select convert_from(string_agg(convert_to(coalesce(i::text, '') || coalesce(f::text, ''), 'UTF8'), ''::bytea), 'UTF8')
                from registry.identity i left join registry.fact f on f.subject = i.subject
                where i.subject = ?
                """)
            .param(id)
            .query(String.class)
            .single();
    String hex = HexFormat.of().formatHex("密藏的人".getBytes(StandardCharsets.UTF_8));
    assertThat(rows).isNotBlank().doesNotContain("密藏的人", number.text(), "13900001234", hex);
  }

  @Test
  void somebody_without_a_number_gains_one_later() {
    long id =
        Town.accepted(
            town.rencheng.call(() ->
                residents.enter(
                    NewResident.unknown(
                        "无名氏 9-20 甲", WithoutNumber.UNIDENTIFIED, CityHall.RENCHENG, "医院通知"))));
    Resident before = town.rencheng.call(() -> residents.byId(id)).orElseThrow();
    assertThat(before.number()).isNull();
    assertThat(before.naming()).isEqualTo(NewResident.Naming.CALLED_MEANWHILE);
    assertThat(before.maskedNumber()).contains("身份不明");
    IdNumber number = town.number();
    assertThat(town.rencheng.call(() -> residents.giveNumber(id, "找到了", number, "公安比对函")))
        .isEqualTo(new NumberAnswer.Accepted(id));
    Resident after = town.rencheng.call(() -> residents.byId(id)).orElseThrow();
    assertThat(after.name()).isEqualTo("找到了");
    assertThat(after.number()).isEqualTo(number);
    assertThat(town.rencheng.call(() -> residents.history(id)))
        .extracting(Residents.Known::name)
        .containsExactly("找到了", "无名氏 9-20 甲");
    assertThat(named(town.rencheng, "无名氏 9-20 甲")).containsExactly(id);
  }

  @Test
  void a_number_that_is_somebodys_leads_to_a_proposal_to_merge() {
    IdNumber number = town.number();
    long known = town.enter(town.rencheng, "早登记", number);
    long baby =
        Town.accepted(
            town.rencheng.call(() ->
                residents.enter(
                    NewResident.without(
                        "小示例", WithoutNumber.NEWBORN, CityHall.RENCHENG, "出生医学证明"))));
    assertThat(town.rencheng.call(() -> residents.giveNumber(baby, "小示例", number, "户口簿")))
        .isEqualTo(new NumberAnswer.HeldHere(known));
    assertThat(town.rencheng.call(() -> residents.byId(baby)).orElseThrow().number()).isNull();
  }

  @Test
  void wrong_entries_are_told_all_at_once() {
    NewResident wrong = NewResident.of(" ", town.number(), CityHall.RENCHENG, "");
    assertThatThrownBy(() -> town.rencheng.call(() -> residents.enter(wrong)))
        .isInstanceOfSatisfying(
            Misfilled.class,
            misfilled -> assertThat(misfilled.problems()).containsOnlyKeys("name", "source"));
  }

  @Test
  void reading_many_is_one_entry_that_names_them_all() {
    long first = town.enter(town.rencheng, "甲读", town.number());
    long second = town.enter(town.rencheng, "乙读", town.number());
    town.rencheng.call(
        () -> residents.look(List.of(first, second), new Look("家庭成员", "受理", "示例救〔2020〕1号")));
    List<String> entries =
        town.hall
            .seeingEverything()
            .sql(
                """
                select subjects::text || purpose from audit.entry
                where act = 'READ_RESIDENT' and case_number = '示例救〔2020〕1号'
                """)
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(entries).containsExactly("{" + first + "," + second + "}受理");
  }

  @Test
  void after_a_change_of_keys_everything_opens_and_is_still_found() {
    IdNumber number = town.number();
    long id = town.enter(town.weishan, "换钥匙", number);
    KeyRotation.Rotated rotated = town.hall.get(KeyRotation.class).rotate();
    assertThat(rotated.sealedAnew()).isGreaterThanOrEqualTo(2);
    assertThat(town.weishan.call(() -> residents.byId(id)).orElseThrow().number())
        .isEqualTo(number);
    assertThat(town.weishan.call(() -> residents.whoHolds(number)))
        .contains(new NumberAnswer.HeldHere(id));
    assertThat(named(town.weishan, "换钥匙")).containsExactly(id);
  }

  @Test
  void a_county_is_asked_and_hands_somebody_over() {
    IdNumber number = town.number();
    long id = town.enter(town.weishan, "要搬家", number);
    long household = town.household(town.weishan, id);
    long request = town.rencheng.call(() -> town.moves.ask(number, CityHall.RENCHENG, "迁入任城区"));
    assertThat(town.rencheng.call(() -> residents.byId(id))).isEmpty();
    assertThatThrownBy(() ->
            town.rencheng.call(() -> {
              town.moves.agree(request, "自己同意自己");
              return true;
            }))
        .hasMessageContaining("不由您的区划答复");
    town.weishan.call(() -> {
      town.moves.agree(request, "户口迁移证");
      return true;
    });
    assertThat(town.rencheng.call(() -> residents.byId(id)).orElseThrow().name()).isEqualTo("要搬家");
    assertThat(town.weishan.call(() -> residents.byId(id))).isEmpty();
    assertThat(town.weishan.call(() -> town.households.members(household, Town.DAY))).isEmpty();
  }
}
