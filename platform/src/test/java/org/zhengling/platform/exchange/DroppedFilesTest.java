package org.zhengling.platform.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengling.platform.exchange.SharingDesk.limits;
import static org.zhengling.platform.exchange.SharingDesk.resident;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.zhengling.engine.quantity.Money;

/** Files that a department drops, good and broken. */
class DroppedFilesTest {
  private static final String POLICIES = "insurance-policies";
  private static final String HEAD = "身份证号,姓名,ny,je,dw\n";

  /** The folder of the running test. */
  @TempDir static Path root;

  /** Says where files lie. */
  static class Drops {
    @Bean
    DropFolder folder() {
      return new DropFolder(root);
    }
  }

  private final SharingDesk desk = new SharingDesk(Drops.class);
  private final Enquiry.Subject one = resident(0);
  private final Enquiry.Subject two = resident(1);

  @BeforeEach
  void connect() {
    desk.connected(
        desk.source(
            POLICIES,
            "保单",
            new Way.Folder("保险", "身份证号", "姓名"),
            limits(0),
            Source.Consent.REQUIRED,
            Source.Timing.BATCH));
    desk.authorise(one, POLICIES);
    desk.authorise(two, POLICIES);
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
    try (var files = Files.walk(root.resolve("保险"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void drop(String name, byte[] bytes) {
    try {
      Files.createDirectories(root.resolve("保险"));
      Files.write(root.resolve("保险").resolve(name), bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Maybe the disk is full", e);
    }
  }

  private String row(Enquiry.Subject subject, String amount) {
    return subject.number().text() + "," + subject.name() + ",2020-12," + amount + ",示例人寿\n";
  }

  private Answer answer(Enquiry.Subject subject) {
    return desk.answer(subject, POLICIES);
  }

  private static List<Value> amounts(Answer answer) {
    return answer.given().stream().map(record -> record.value("wage")).toList();
  }

  @Test
  void the_newest_by_its_name_counts_and_says_the_day() {
    drop("保单20210330.csv", (HEAD + row(one, "200")).getBytes(UTF_8));
    drop("保单20210228.csv", (HEAD + row(one, "100")).getBytes(UTF_8));
    drop("保单20210331.tmp", "half".getBytes(UTF_8));
    assertThat(answer(one))
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found -> assertThat(found.asOf()).isEqualTo(LocalDate.of(2021, 3, 30)));
    assertThat(amounts(answer(one))).containsExactly(new Value.Amount(new Money(20_000)));
    assertThat(answer(two)).isEqualTo(new Answer.NotThere(LocalDate.of(2021, 3, 30)));
  }

  @Test
  void gb18030_and_utf8_with_a_mark_are_read() {
    drop("保单20210330.csv", (HEAD + row(one, "200")).getBytes(Charset.forName("GB18030")));
    assertThat(answer(one).given().getFirst().value("employer")).isEqualTo(new Value.Text("示例人寿"));
    drop("保单20210331.csv", ("\uFEFF" + HEAD + row(one, "300")).getBytes(UTF_8));
    assertThat(amounts(answer(one))).containsExactly(new Value.Amount(new Money(30_000)));
  }

  @Test
  void a_workbook_is_read() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("保单");
      String[] head = {"身份证号", "姓名", "ny", "je", "dw"};
      for (int i = 0; i < head.length; i++) {
        sheet.value(0, i, head[i]);
      }
      sheet.value(1, 0, one.number().text());
      sheet.value(1, 1, one.name());
      sheet.value(1, 2, "2020-12");
      sheet.value(1, 3, 4321);
      sheet.value(1, 4, "示例人寿");
    }
    drop("保单2021-03-30.xlsx", out.toByteArray());
    assertThat(amounts(answer(one))).containsExactly(new Value.Amount(new Money(432_100)));
  }

  @Test
  void broken_rows_are_told_with_line_and_reason_and_the_rest_goes_on() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEAD + row(one, "200")).getBytes(UTF_8));
    bytes.writeBytes("370811197001011234,李某,2020-12,1,x\n".getBytes(UTF_8));
    bytes.writeBytes((two.number().text() + ",示例1,2020-13,5,x\n").getBytes(UTF_8));
    bytes.writeBytes(row(one, "200").getBytes(UTF_8));
    bytes.writeBytes("一列\n".getBytes(UTF_8));
    bytes.writeBytes(new byte[] {'a', (byte) 0xFF, (byte) 0xFE, ',', '\n'});
    bytes.writeBytes("\"没有收住的引号,x\n".getBytes(UTF_8));
    bytes.writeBytes(row(one, "约五千").getBytes(UTF_8));
    drop("保单20210330.csv", bytes.toByteArray());
    assertThat(amounts(answer(one)))
        .containsExactly(
            new Value.Amount(new Money(20_000)), new Value.Misread("约五千", "“工资”应为金额（元），来源给的读不懂。"));
    String rejects = Files.readString(root.resolve("保险/rejects/保单20210330.csv.rejects.csv"));
    assertThat(rejects.lines().skip(1))
        .containsExactly(
            "保单20210330.csv,3,身份证号有误：校验码不符，请逐位核对",
            "保单20210330.csv,4,“所属月份”应为月份，来源给的读不懂。",
            "保单20210330.csv,5,和前面的一行完全相同",
            "保单20210330.csv,6,\"有 1 列，表头有 5 列\"".replace("\"有 1 列，表头有 5 列\"", "有 1 列，表头有 5 列"),
            "保单20210330.csv,7,编码读不懂，应为 UTF-8 或 GB18030",
            "保单20210330.csv,8,引号没有成对",
            "保单20210330.csv,9,“工资”应为金额（元），来源给的读不懂。");
    assertThat(rejects).doesNotContain("370811");
    SourceHealth.Load load = desk.hall.get(SourceHealth.class).loads(POLICIES).getFirst();
    assertThat(load.goodRows()).isEqualTo(1);
    assertThat(load.rejectedRows()).isEqualTo(7);
  }

  @Test
  void whoever_may_be_meant_by_a_row_with_a_wrong_number_gets_no_nothing_found() {
    drop(
        "保单20210330.csv",
        (HEAD + "370811197001011234," + two.name() + ",2020-12,9,x\n").getBytes(UTF_8));
    assertThat(answer(two))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class,
            none -> assertThat(none.explanation()).contains("第 2 行姓名相同而号码有误"));
    assertThat(answer(one)).isInstanceOf(Answer.NotThere.class);
    drop("保单20210331.csv", (HEAD + "只有一列\n").getBytes(UTF_8));
    assertThat(answer(one))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class,
            none -> assertThat(none.explanation()).contains("第 2 行读不懂，不能断定没有这个人"));
  }

  @Test
  void a_missing_column_an_empty_file_and_no_file_are_no_answer() {
    drop("保单20210330.csv", "身份证号,姓名,ny,je\n".getBytes(UTF_8));
    assertThat(answer(one))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class, none -> assertThat(none.explanation()).contains("没有“dw”这一列"));
    drop("保单20210331.csv", new byte[0]);
    assertThat(answer(one)).isInstanceOf(Answer.Unavailable.class);
    drop("保单20210331.xlsx", "PK no workbook".getBytes(UTF_8));
    assertThat(answer(one)).isInstanceOf(Answer.Unavailable.class);
  }

  @Test
  void an_old_file_is_stale() {
    drop("保单20210101.csv", (HEAD + row(one, "200")).getBytes(UTF_8));
    assertThat(answer(one)).isInstanceOf(Answer.Stale.class);
    assertThat(answer(two)).isEqualTo(new Answer.Stale(List.of(), LocalDate.of(2021, 1, 1)));
  }

  @Test
  void a_link_that_leads_out_of_the_folder_is_no_file() throws IOException {
    Path secret = root.resolve("secret.csv");
    Files.writeString(secret, HEAD + row(one, "200"));
    Files.createDirectories(root.resolve("保险"));
    Files.createSymbolicLink(root.resolve("保险").resolve("保单20210330.csv"), secret);
    assertThat(answer(one))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class,
            none -> assertThat(none.reason()).isEqualTo(Answer.Reason.NO_FILE));
  }
}
