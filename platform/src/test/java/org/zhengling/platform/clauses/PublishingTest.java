package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.AsTheProgram;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;

/** Each test publishes documents with numbers of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishingTest {
  private final CityHall hall = new CityHall();
  private final Gazettes gazettes = hall.get(Gazettes.class);
  private final Library library = hall.get(Library.class);
  private final SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);

  @AfterAll
  void close() {
    hall.close();
  }

  @BeforeEach
  void itIsSeptember() {
    hall.dayIs("2020-09-20");
  }

  private long upload(String text) {
    return gazettes.upload("公报.txt", Papers.bytes(text), editor.personId(), false);
  }

  private PublishResult publish(long id) {
    return editor.call(() -> gazettes.publish(id, editor.personId()));
  }

  private PublishResult publish(String text) {
    return publish(upload(text));
  }

  private <T> List<T> column(Class<T> type, String sql, Object parameter) {
    return hall.seeingEverything()
        .sql(sql)
        .param(parameter)
        .query((row, count) -> row.getObject(1, type))
        .list();
  }

  @Test
  void a_document_is_published_with_its_clauses_and_the_chronicle() {
    String number = "济政字〔2020〕201号";
    long id = upload(Papers.order(number) + Papers.chronicle("第201次修渠会召开。"));
    assertThat(library.document(number)).isEmpty();

    assertThat(publish(id)).isEqualTo(new PublishResult(1, 0, 0, 3));

    assertThat(library.document(number))
        .hasValueSatisfying(document -> {
          assertThat(document.edition()).isEqualTo(1);
          assertThat(document.title()).isEqualTo("济宁市人民政府关于整修水渠的意见");
          assertThat(document.issuer()).isEqualTo("济宁市人民政府");
          assertThat(document.kind()).isEqualTo("意见");
          assertThat(document.dateWritten()).isEqualTo(LocalDate.of(2020, 9, 1));
          assertThat(document.datePrinted()).isNull();
          assertThat(document.clauses()).isEqualTo(6);
          assertThat(document.sample()).isFalse();
        });
    assertThat(library.clauses(number))
        .extracting(PublishedClause::path)
        .containsExactly("正文", "一", "一(一)", "一(二)", "二", "二(一)");
    PublishedClause clause = library.clauses(number).get(3);
    assertThat(clause.heading()).isEqualTo("绘制地图");
    assertThat(clause.body()).startsWith("绘制水渠地图");
    assertThat(clause.level()).isEqualTo(2);
    assertThat(gazettes.draft(id).lines().get(clause.firstLine() - 1)).startsWith("（二）绘制地图");
    assertThat(library.chronicle())
        .extracting(ChronicleLine::firstDay, ChronicleLine::lastDay, ChronicleLine::body)
        .contains(
            tuple(LocalDate.of(2020, 9, 3), LocalDate.of(2020, 9, 3), "第201次修渠会召开。"),
            tuple(LocalDate.of(2020, 9, 5), LocalDate.of(2020, 9, 6), "水渠检查组来济宁市。"));
    assertThat(gazettes.draft(id).file().publishedAt()).isNotNull();
  }

  @Test
  void publishing_twice_creates_nothing_twice() {
    long id = upload(Papers.order("济政字〔2020〕202号") + Papers.chronicle("第202次修渠会召开。"));
    publish(id);
    Map<String, Long> before = hall.counts();
    hall.dayIs("2020-09-21");
    assertThat(publish(id)).isEqualTo(new PublishResult(0, 0, 1, 0));
    assertThat(hall.counts()).isEqualTo(before);
    assertThat(column(LocalDate.class, "select published_on from clauses.import where id = ?", id))
        .containsExactly(LocalDate.of(2020, 9, 20));
  }

  @Test
  void published_by_two_people_at_the_same_moment_it_is_published_once() throws Exception {
    for (int round = 0; round < 5; round++) {
      String number = "济政字〔2020〕21" + round + "号";
      long id = upload(Papers.order(number) + Papers.chronicle(number + "修渠会召开。"));
      Callable<PublishResult> attempt = () -> publish(id);
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<PublishResult>> both =
            threads.invokeAll(List.of(AsTheProgram.also(attempt), AsTheProgram.also(attempt)));
        assertThat(List.of(both.get(0).get(), both.get(1).get()))
            .containsExactlyInAnyOrder(
                new PublishResult(1, 0, 0, 3), new PublishResult(0, 0, 1, 0));
      }
    }
  }

  @Test
  void the_same_document_in_another_file_is_not_published_again() {
    String order = Papers.order("济政字〔2020〕203号");
    publish(order);
    assertThat(publish(order + Papers.order("济政字〔2020〕204号")))
        .isEqualTo(new PublishResult(1, 0, 1, 3));
    assertThat(library.document("济政字〔2020〕203号").orElseThrow().edition()).isEqualTo(1);
  }

  @Test
  void a_corrected_task_makes_a_new_edition_of_the_same_words() {
    String number = "济政字〔2020〕205号";
    long id = upload(Papers.order(number));
    publish(id);
    List<PublishedClause> before = library.clauses(number);
    Settled.task(
        hall,
        id,
        number + " 一(一) #1",
        "登记水渠",
        List.of("市财政局"),
        new Deadline.By(LocalDate.of(2021, 6, 30)));
    assertThat(publish(id)).isEqualTo(new PublishResult(0, 1, 0, 3));
    assertThat(library.document(number).orElseThrow().edition()).isEqualTo(2);
    assertThat(library.clauses(number)).isEqualTo(before);
    assertThat(column(String.class, "select id from supervision.task where document = ?", number))
        .containsExactlyInAnyOrder(number + " 一(一) #1", number + " 一(二) #1", number + " 二(一) #1");
    assertThat(
            column(
                String.class,
                "select deadline from supervision.task where id = ?",
                number + " 一(一) #1"))
        .containsExactly("by 2021-06-30");
  }

  @Test
  void new_words_under_the_same_number_are_edition_2_and_the_old_clauses_stay_stored() {
    String number = "济政字〔2020〕206号";
    publish(Papers.order(number));
    assertThat(publish(Papers.order(number).replace("建立台账", "一渠一档")))
        .isEqualTo(new PublishResult(0, 1, 0, 3));
    assertThat(library.documents())
        .filteredOn(document -> document.number().equals(number))
        .extracting(PublishedDocument::edition)
        .containsExactly(2);
    assertThat(library.clauses(number).get(2).body()).contains("一渠一档");
    assertThat(
            column(
                String.class,
                "select body from clauses.clause where document = ? and edition = 1"
                    + " and path = '一(一)'",
                number))
        .singleElement()
        .asString()
        .contains("建立台账");
  }

  @Test
  void another_date_under_the_same_number_is_a_new_edition_whose_clocks_start_then() {
    String number = "济政字〔2020〕207号";
    publish(Papers.order(number));
    assertThat(publish(Papers.order(number).replace("2020年9月1日", "2020年9月8日")))
        .isEqualTo(new PublishResult(0, 1, 0, 3));
    assertThat(library.document(number).orElseThrow().dateWritten())
        .isEqualTo(LocalDate.of(2020, 9, 8));
    assertThat(
            column(
                LocalDate.class,
                "select distinct starts_on from supervision.task where document = ?",
                number))
        .containsExactly(LocalDate.of(2020, 9, 8));
  }

  @Test
  void a_task_no_longer_ordered_is_ended_not_deleted_and_comes_back_when_ordered_again() {
    String number = "济政字〔2020〕208号";
    String order = Papers.order(number);
    long first = upload(order);
    publish(first);
    String shorter = order.substring(0, order.indexOf("二、整修水渠"));
    hall.dayIs("2020-10-09");
    publish(shorter);
    String endedOn = "select ended_on from supervision.task where id = ?";
    assertThat(column(LocalDate.class, endedOn, number + " 二(一) #1"))
        .containsExactly(LocalDate.of(2020, 10, 9));
    assertThat(column(LocalDate.class, endedOn, number + " 一(一) #1")).containsOnlyNulls();
    assertThat(publish(first)).isEqualTo(new PublishResult(0, 1, 0, 3));
    assertThat(column(LocalDate.class, endedOn, number + " 二(一) #1")).containsOnlyNulls();
  }

  @Test
  void two_documents_with_the_same_number_in_one_file_are_refused_and_nothing_is_written() {
    String number = "济政字〔2020〕209号";
    long id = upload(Papers.order(number) + Papers.order("济政字〔2020〕220号") + Papers.order(number));
    Map<String, Long> before = hall.counts();
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> publish(id));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(refusal.happened()).isEqualTo("没有发布。文件里有两份公文都是 " + number + "。");
    assertThat(refusal.kept()).isEqualTo("草稿和更正都保留着。");
    assertThat(hall.counts()).isEqualTo(before);
    assertThat(gazettes.draft(id).file().publishedAt()).isNull();
  }

  @Test
  void an_event_that_two_gazettes_print_is_listed_once() {
    String event = "第210次修渠会召开。";
    publish(Papers.order("济政字〔2020〕221号") + Papers.chronicle(event));
    publish(Papers.order("济政字〔2020〕222号") + Papers.chronicle(event));
    assertThat(library.chronicle()).filteredOn(line -> line.body().equals(event)).hasSize(1);
    assertThat(library.search(SearchQuestion.everywhere("第210次"), 0, 10)).hasSize(1);
  }

  @Test
  void a_repeated_clause_number_is_doubtful_and_can_be_published_once_confirmed() {
    String number = "济政字〔2020〕223号";
    long id = upload(Papers.order(number).replace("（二）绘制地图", "（一）绘制地图"));
    assertThatThrownBy(() -> publish(id)).hasMessageContaining("还有 1 处须确认");
    hall.get(Corrections.class).takeAsRead(id, Editor.of(editor));
    assertThat(publish(id)).isEqualTo(new PublishResult(1, 0, 0, 3));
    assertThat(library.clauses(number)).extracting(PublishedClause::path).doesNotHaveDuplicates();
  }

  @Test
  void a_document_without_a_number_is_known_by_its_title() {
    String order = Papers.order("").replace("整修水渠的意见", "养护水渠的意见");
    publish(order);
    assertThat(library.document("无文号 济宁市人民政府关于养护水渠的意见")).isPresent();
    assertThat(publish(order + "\n（完）\n").documents()).isZero();
  }
}
