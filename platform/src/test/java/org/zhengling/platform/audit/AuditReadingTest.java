package org.zhengling.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.audit.store.EntryViews.Outcome;
import org.zhengling.platform.audit.store.EntryViews.Wanted;

class AuditReadingTest {
  private static final Wanted ALL = new Wanted(null, null, null, null, Outcome.ANY, null, null);

  private final Chronicle chronicle = new Chronicle();
  private final AuditReading reading = chronicle.hall.get(AuditReading.class);

  @BeforeEach
  void someActs() {
    chronicle.acts(3);
    Chronicle.CLERK.call(() -> {
      chronicle.audit.recordAlone(
          Act.of(ActKind.READ_PEOPLE, "=HYPERLINK(1)").inCase("任古救〔2020〕137号").concerning(99));
      chronicle.audit.recordAlone(Act.of(ActKind.SPLIT_TASK, "任务 7").refused("没有权限"));
      return true;
    });
    new Actor.Official(18, "李四", 5, "微山县填报岗", CityHall.WEISHAN, false)
        .call(() -> {
          chronicle.audit.recordAlone(Act.of(ActKind.REPORT_PROGRESS, "微山的任务"));
          return true;
        });
  }

  @AfterEach
  void close() {
    chronicle.close();
  }

  private List<Entry> read(String area, Wanted wanted) {
    return chronicle
        .hall
        .at(area, PostKind.AUDIT_ADMINISTRATOR)
        .call(() -> reading.read(wanted, "全部", 0).entries());
  }

  private static Wanted wanted(
      @Nullable Long person, @Nullable String caseNumber, @Nullable String act, Outcome outcome) {
    return new Wanted(person, null, caseNumber, act, outcome, null, null);
  }

  @Test
  void the_audit_post_of_the_city_reads_everything() {
    assertThat(read(CityHall.CITY, ALL)).hasSize(6);
  }

  @Test
  void the_audit_post_of_a_county_reads_its_own_county_alone() {
    assertThat(read(CityHall.WEISHAN, ALL)).extracting(Entry::about).containsExactly("微山的任务");
  }

  @Test
  void it_finds_by_person_case_act_and_refusal() {
    assertThat(read(CityHall.CITY, wanted(17L, null, null, Outcome.ANY))).hasSize(5);
    assertThat(read(CityHall.CITY, wanted(99L, null, null, Outcome.ANY)))
        .extracting(Entry::act)
        .containsExactly("READ_PEOPLE");
    assertThat(read(CityHall.CITY, wanted(null, "任古救〔2020〕137号", null, Outcome.ANY))).hasSize(1);
    assertThat(read(CityHall.CITY, wanted(null, null, "SPLIT_TASK", Outcome.ANY))).hasSize(1);
    assertThat(read(CityHall.CITY, wanted(null, null, null, Outcome.REFUSED)))
        .extracting(Entry::refused)
        .containsExactly("没有权限");
  }

  @Test
  void reading_is_itself_an_act() {
    read(CityHall.CITY, ALL);
    assertThat(read(CityHall.CITY, wanted(null, null, "READ_AUDIT", Outcome.ANY))).hasSize(1);
  }

  @Test
  void no_other_post_reads_a_line() {
    for (PostKind kind : PostKind.values()) {
      if (kind != PostKind.AUDIT_ADMINISTRATOR) {
        assertThatThrownBy(
                () -> chronicle.hall.at(CityHall.CITY, kind).call(() -> reading.read(ALL, "", 0)))
            .as(kind.chinese())
            .isInstanceOf(Refusal.class);
      }
    }
  }

  @Test
  void the_database_shows_no_row_to_who_does_not_say_that_they_read() {
    Long seen =
        chronicle
            .hall
            .at(CityHall.CITY, PostKind.AUDIT_ADMINISTRATOR)
            .call(() ->
                chronicle
                    .hall
                    .jdbc()
                    .sql("select count(*) from audit.entry")
                    .query(Long.class)
                    .single());
    assertThat(seen).isZero();
  }

  @Test
  void a_table_for_a_spreadsheet_holds_every_row_and_no_formula() {
    byte[] table =
        chronicle
            .hall
            .at(CityHall.CITY, PostKind.AUDIT_ADMINISTRATOR)
            .call(() -> reading.export(ALL, "全部"));
    String text = new String(table, StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(7);
    assertThat(text).contains(",'=HYPERLINK(1),").contains("微山县填报岗");
    assertThat(read(CityHall.CITY, wanted(null, null, "EXPORT_AUDIT", Outcome.ANY))).hasSize(1);
  }
}
