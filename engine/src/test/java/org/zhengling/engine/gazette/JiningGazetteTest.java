package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.law.ClauseSpan;
import org.zhengling.engine.time.Deadline;

/** The real gazette of August and September 2020, where ../shared is present. */
class JiningGazetteTest {
  private static final String REGISTRATION = "济政字〔2020〕52号";
  private static final String ASSISTANCE = "济政字〔2020〕53号";
  private static final String EDUCATION = "济政字〔2020〕59号";
  private static final String CHILDCARE = "济政办字〔2020〕48号";
  private static final String FACTORS = "济政办字〔2020〕52号";
  private static final String FOREST = "济政办字〔2020〕53号";

  private Gazette gazette = new Gazette(List.of(), List.of(), List.of());

  @BeforeEach
  void readIt() throws IOException {
    Path file = shared().resolve("gazette/jining-2020.txt");
    assumeTrue(Files.exists(file), "skipped: the real gazette is not in ../shared");
    gazette = GazetteReader.read(Files.readString(file));
  }

  @Test
  void six_documents_with_their_dates() {
    assertThat(gazette.documents())
        .extracting(
            OfficialDocument::number, OfficialDocument::dateWritten, OfficialDocument::datePrinted)
        .containsExactly(
            tuple(REGISTRATION, day(8, 27), day(8, 27)),
            tuple(ASSISTANCE, day(8, 27), day(8, 27)),
            tuple(EDUCATION, day(9, 15), day(9, 15)),
            tuple(CHILDCARE, day(8, 28), day(8, 28)),
            tuple(FACTORS, day(8, 15), day(8, 15)),
            tuple(FOREST, day(9, 4), day(9, 4)));
    assertThat(gazette.unplaced()).isEmpty();
  }

  @Test
  void titles_issuers_and_kinds() {
    assertThat(document(REGISTRATION).title()).isEqualTo("济宁市人民政府关于印发济宁市自然资源统一确权登记工作方案的通知");
    assertThat(document(CHILDCARE).title()).isEqualTo("济宁市人民政府办公室关于印发济宁市促进3岁以下婴幼儿照护服务发展的实施方案的通知");
    assertThat(document(FOREST).title()).isEqualTo("济宁市人民政府办公室印发关于加快林下经济转型升级发展的实施方案的通知");
    assertThat(gazette.documents())
        .extracting(OfficialDocument::kind)
        .containsExactly("通知", "意见", "通知", "通知", "意见", "通知");
    assertThat(document(EDUCATION).issuer()).isEqualTo("济宁市人民政府");
    assertThat(document(FACTORS).issuer()).isEqualTo("济宁市人民政府办公室");
    assertThat(document(REGISTRATION).addressees()).hasSize(3);
  }

  @Test
  void cited_documents_and_annexes() {
    assertThat(gazette.documents())
        .extracting(document -> document.basis().size())
        .containsExactly(2, 1, 2, 2, 4, 0);
    assertThat(document(REGISTRATION).basis())
        .extracting(OfficialDocument.Citation::number)
        .containsExactly("自然资发〔2019〕116号", "鲁政字〔2019〕246号");
    assertThat(document(EDUCATION).annexes())
        .extracting(OfficialDocument.Annex::printed)
        .containsExactly(false);
    assertThat(document(CHILDCARE).annexes()).hasSize(1);
    assertThat(document(FACTORS).annexes()).isEmpty();
  }

  @Test
  void every_clause_of_the_inventory_is_read() throws IOException {
    Map<String, List<ClausePath>> read = new HashMap<>();
    gazette
        .documents()
        .forEach(document ->
            read.put(document.number(), document.clauses().stream().map(Clause::path).toList()));
    List<String> missing =
        Files.readAllLines(shared().resolve("facts/inventory.tsv")).stream()
            .skip(1)
            .map(row -> row.split("\t", -1))
            .filter(row -> !found(row[2], read.getOrDefault(row[1], List.of())))
            .map(row -> row[1] + " " + row[2])
            .toList();
    assertThat(missing).isEmpty();
  }

  /** Both ends of a span must have been read. */
  private static boolean found(String text, List<ClausePath> paths) {
    ClauseSpan span = ClauseSpan.parse(text);
    return paths.contains(span.first()) && paths.contains(span.last());
  }

  @Test
  void no_clause_is_counted_twice_and_none_is_made_up() {
    assertThat(gazette.documents())
        .extracting(document -> document.clauses().size())
        .containsExactly(25, 24, 32, 30, 43, 16);
    assertThat(gazette.documents())
        .allSatisfy(document ->
            assertThat(document.clauses()).extracting(Clause::path).doesNotHaveDuplicates());
  }

  @Test
  void the_twelve_tasks_of_social_assistance() {
    List<OrderedTask> tasks =
        document(ASSISTANCE).tasks().stream()
            .filter(task -> task.role() == OrderedTask.Role.LEAD)
            .toList();
    assertThat(tasks).hasSize(12);
    assertThat(tasks.getFirst().responsible()).hasSize(15).startsWith("市委政法委").endsWith("市红十字会");
    Map<Integer, List<String>> leads =
        tasks.stream()
            .collect(
                Collectors.toMap(
                    task -> task.clause().segments().getLast().number(), OrderedTask::lead));
    assertThat(leads.get(3)).isEqualTo(leads.get(4)).containsExactly("市委编办", "市民政局");
    assertThat(leads.get(6)).isEqualTo(leads.get(7)).containsExactly("市民政局", "市大数据中心");
    assertThat(leads.get(8)).isEqualTo(leads.get(9)).containsExactly("市民政局", "市财政局");
    assertThat(tasks)
        .allSatisfy(task -> {
          int number = task.clause().segments().getLast().number();
          boolean dated = List.of(3, 4, 6, 7).contains(number);
          assertThat(task.deadline())
              .isEqualTo(
                  dated ? new Deadline.By(LocalDate.of(2020, 12, 31)) : new Deadline.Continuing());
        });
  }

  @Test
  void the_stages_of_registration() {
    assertThat(tasks(REGISTRATION, "三(一)"))
        .extracting(OrderedTask::deadline, OrderedTask::lead)
        .containsExactly(
            tuple(new Deadline.By(LocalDate.of(2020, 8, 31)), List.of()),
            tuple(new Deadline.By(LocalDate.of(2020, 12, 31)), List.of("各县（市、区）")));
    assertThat(tasks(REGISTRATION, "三(二)").getFirst().deadline())
        .isEqualTo(new Deadline.Span(LocalDate.of(2020, 9, 1), LocalDate.of(2022, 12, 31)));
    assertThat(tasks(REGISTRATION, "三(三)").getFirst().deadline())
        .isEqualTo(new Deadline.Onward(LocalDate.of(2023, 1, 1)));
    assertThat(tasks(REGISTRATION, "二(二)2").getFirst().responsible())
        .containsExactly("市城乡水务局", "有关县（市、区）政府（管委会）");
    assertThat(tasks(REGISTRATION, "二(三)").getFirst().lead()).containsExactly("各县（市、区）政府（管委会）");
  }

  @Test
  void the_yearly_phases_of_the_forest_plan() {
    assertThat(document(FOREST).tasks())
        .filteredOn(task -> task.clause().text().startsWith("三 "))
        .extracting(OrderedTask::deadline)
        .containsExactly(yearly(2, 29), yearly(3, 31), new Deadline.Continuing(), yearly(12, 31));
    assertThat(tasks(FOREST, "三 第三阶段").getFirst().lead()).hasSize(3);
    assertThat(tasks(FOREST, "三 第四阶段").getFirst().responsible())
        .containsExactly("市自然资源和规划局", "各县市区");
  }

  @Test
  void dated_duties_of_the_other_orders() {
    assertThat(tasks(EDUCATION, "四(二十五)"))
        .extracting(OrderedTask::lead, OrderedTask::deadline)
        .containsExactly(
            tuple(List.of("市委督查室"), new Deadline.Recurring(Deadline.Period.HALF_YEAR, null)),
            tuple(List.of("市政府教育督导室"), new Deadline.Recurring(Deadline.Period.QUARTER, null)));
    assertThat(tasks(FACTORS, "三(一)5"))
        .extracting(OrderedTask::deadline)
        .containsExactly(
            new Deadline.Relative(1, Deadline.Unit.MONTH),
            new Deadline.Relative(7, Deadline.Unit.WORKING_DAY));
    assertThat(tasks(FACTORS, "三(五)6").getFirst().lead()).hasSize(6);
    assertThat(tasks(CHILDCARE, "二"))
        .extracting(OrderedTask::deadline)
        .containsExactly(
            new Deadline.By(LocalDate.of(2023, 12, 31)),
            new Deadline.By(LocalDate.of(2025, 12, 31)));
    assertThat(gazette.documents())
        .extracting(document -> document.tasks().size())
        .containsExactly(18, 17, 29, 22, 30, 15);
  }

  @Test
  void the_chronicle_runs_through_august() {
    assertThat(gazette.chronicle()).hasSize(42);
    assertThat(gazette.chronicle().getFirst().firstDay()).isEqualTo(day(8, 3));
    assertThat(gazette.chronicle().getLast().lastDay()).isEqualTo(day(8, 31));
    assertThat(gazette.chronicle().get(4))
        .extracting(ChronicleEntry::firstDay, ChronicleEntry::lastDay)
        .containsExactly(day(8, 3), day(8, 5));
  }

  private OfficialDocument document(String number) {
    return gazette.documents().stream()
        .filter(document -> document.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private List<OrderedTask> tasks(String number, String path) {
    return document(number).tasks().stream()
        .filter(task -> task.clause().text().equals(path))
        .toList();
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2020, month, day);
  }

  private static Deadline yearly(int month, int day) {
    return new Deadline.Recurring(Deadline.Period.YEAR, MonthDay.of(month, day));
  }

  private static Path shared() {
    return Path.of(System.getProperty("zl.root", "."), "..", "shared").normalize();
  }
}
