package org.zhengling.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.formats.csv.CsvTable;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.registry.NewResident.Origin;

/** Files of people: what can be entered is, the rest is told row by row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkEntryTest {
  private static final List<String> HEAD =
      List.of("姓名", "身份证号", "区划", "没有号码的原因", "电话", "住址", "户号", "与户主关系", "入户日期");

  private final Town town = new Town();
  private final BulkEntry bulk = town.hall.get(BulkEntry.class);

  @AfterAll
  void close() {
    town.close();
  }

  private BulkEntry.Outcome enter(byte[] file) {
    return town.rencheng.call(() -> bulk.enter(file, Origin.SAMPLE));
  }

  @Test
  void a_row_with_a_fault_is_told_with_its_line_and_the_rest_goes_on() {
    IdNumber head = town.number();
    IdNumber spouse = town.number();
    IdNumber foreign = town.number();
    town.enter(town.weishan, "外县人", foreign);
    String wrongDigit = head.text().substring(0, 17) + (head.text().endsWith("0") ? "1" : "0");
    byte[] file =
        CsvTable.write(
            HEAD,
            List.of(
                row(
                    "户主",
                    head.text(),
                    "任城区",
                    "",
                    "13900000001",
                    "示例路 1 号",
                    "1",
                    "户主",
                    "2019-01-01"),
                row("配偶", spouse.text(), CityHall.RENCHENG, "", "", "", "1", "配偶", "2019-01-01"),
                row("错位", wrongDigit, "任城区", "", "", "", "", "", ""),
                row("又来", head.text(), "任城区", "", "", "", "", "", ""),
                row("无日", town.number().text(), "任城区", "", "", "", "1", "子女", "2019-02-30"),
                row("外县人", foreign.text(), "任城区", "", "", "", "", "", ""),
                row("别处", town.number().text(), "微山县", "", "", "", "", "", ""),
                row("无号", "", "任城区", "还没有落户的新生儿", "", "", "1", "子女", "2020-05-01"),
                row("无因", "", "任城区", "", "", "", "", "", ""),
                row("孤户", town.number().text(), "任城区", "", "", "", "9", "子女", "2019-01-01")));
    BulkEntry.Outcome outcome = enter(file);
    assertThat(outcome.rows()).isEqualTo(10);
    assertThat(outcome.people()).isEqualTo(3);
    assertThat(outcome.households()).isEqualTo(1);
    assertThat(outcome.rejects())
        .extracting(BulkEntry.Reject::line)
        .containsExactly(4, 5, 6, 7, 8, 10, 11);
    assertThat(outcome.rejects())
        .extracting(BulkEntry.Reject::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("校验码不符"),
            reason -> assertThat(reason).contains("已经登记过"),
            reason -> assertThat(reason).contains("入户日期"),
            reason -> assertThat(reason).contains("已经在微山县登记"),
            reason -> assertThat(reason).contains("区划不在您的范围内"),
            reason -> assertThat(reason).contains("没有身份证号，也没有写明原因"),
            reason -> assertThat(reason).contains("户主还没有登记成"));
    String rejects = new String(outcome.rejectsFile(), StandardCharsets.UTF_8);
    assertThat(rejects).contains("行号").doesNotContain(wrongDigit, foreign.text(), "外县人");
    long person =
        ((NumberAnswer.HeldHere)
                town.rencheng.call(() -> town.residents.whoHolds(head)).orElseThrow())
            .resident();
    long household =
        town.rencheng.call(() -> town.households.of(person, Town.DAY)).orElseThrow().household();
    assertThat(town.rencheng.call(() -> town.households.members(household, Town.DAY))).hasSize(3);
  }

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  @Test
  void a_missing_column_refuses_the_file_and_names_it() {
    byte[] file = CsvTable.write(List.of("姓名", "号码"), List.of(List.of("甲", "乙")));
    assertThatThrownBy(() -> enter(file)).hasMessageContaining("“身份证号”、“区划”");
  }

  @Test
  void a_row_in_another_encoding_is_told() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("姓名,身份证号,区划\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes(("甲," + town.number().text() + ",任城区\n").getBytes(Charset.forName("GB18030")));
    file.writeBytes(("乙," + town.number().text() + ",任城区\n").getBytes(StandardCharsets.UTF_8));
    BulkEntry.Outcome outcome = enter(file.toByteArray());
    assertThat(outcome.people()).isEqualTo(1);
    assertThat(outcome.rejects())
        .singleElement()
        .satisfies(reject -> assertThat(reject.reason()).contains("UTF-8"));
  }
}
