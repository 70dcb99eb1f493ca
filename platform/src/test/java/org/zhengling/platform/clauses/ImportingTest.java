package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.AsTheProgram;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.clauses.draft.Draft;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportingTest {
  private static final long EDITOR = 7;

  private final CityHall hall = new CityHall();
  private final Gazettes gazettes = hall.get(Gazettes.class);

  @AfterAll
  void close() {
    hall.close();
  }

  private long upload(String text) {
    return gazettes.upload("公报.txt", Papers.bytes(text), EDITOR, false);
  }

  @Test
  void the_same_text_is_one_import_whatever_the_file_is_called_and_however_it_is_encoded() {
    String text = Papers.order("济政字〔2020〕101号");
    long first = upload(text);
    assertThat(upload(text)).isEqualTo(first);
    assertThat(upload("\uFEFF" + text)).isEqualTo(first);
    byte[] gb18030 = text.getBytes(Charset.forName("GB18030"));
    assertThat(gazettes.upload("另一个名字.md", gb18030, 8, false)).isEqualTo(first);
    assertThat(upload(Papers.order("济政字〔2020〕102号"))).isNotEqualTo(first);
    assertThat(gazettes.files())
        .filteredOn(file -> file.id() == first)
        .singleElement()
        .satisfies(file -> {
          assertThat(file.fileName()).isEqualTo("公报.txt");
          assertThat(file.publishedAt()).isNull();
          assertThat(file.sample()).isFalse();
        });
  }

  @Test
  void the_same_text_from_two_people_at_the_same_moment_is_one_import() throws Exception {
    for (int round = 0; round < 10; round++) {
      String text = Papers.order("济政字〔2020〕11" + round + "号");
      Callable<Long> attempt = () -> upload(text);
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<Long>> both =
            threads.invokeAll(List.of(AsTheProgram.also(attempt), AsTheProgram.also(attempt)));
        assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
      }
    }
  }

  static Stream<Named<byte[]>> filesThatCannotBeRead() {
    return Stream.of(
        Named.of("nothing", new byte[0]),
        Named.of("blanks", Papers.bytes(" \n\u3000\n")),
        Named.of("neither UTF-8 nor GB18030", new byte[] {'a', (byte) 0xFF, (byte) 0xFF}),
        Named.of("a PDF", Papers.bytes("%PDF-1.7 …")),
        Named.of("a DOCX", Papers.bytes("PK\u0003\u0004…")),
        Named.of("a program", new byte[] {'a', 0, 'b'}),
        Named.of("a text without documents", Papers.bytes("今天天气很好。\n我们去公园散步。\n")));
  }

  @ParameterizedTest
  @MethodSource("filesThatCannotBeRead")
  void what_cannot_be_used_is_refused_with_the_way_out_and_nothing_is_stored(byte[] bytes) {
    Map<String, Long> before = hall.counts();
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> gazettes.upload("坏.txt", bytes, EDITOR, false));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CALLER);
    assertThat(refusal.happened()).matches("没有(读成|导入)。.+。");
    assertThat(refusal.todo()).startsWith("请").endsWith("。");
    assertThat(hall.counts()).isEqualTo(before);
  }

  @Test
  void a_chronicle_alone_can_be_brought_in() {
    long id = upload(Papers.chronicle("济宁市修渠动员会召开。"));
    assertThat(gazettes.draft(id).documents()).isEmpty();
    assertThat(gazettes.draft(id).chronicle()).hasSize(2);
  }

  @Test
  void a_draft_shows_the_last_correction_of_a_task_and_leaves_the_reading_and_the_rest_alone() {
    long id = upload(Papers.order("济政字〔2020〕121号"));
    Draft read = gazettes.draft(id);
    String first = "济政字〔2020〕121号 一(一) #1";
    Settled.task(hall, id, first, "登记", List.of(), new Deadline.None());
    Deadline october = new Deadline.By(LocalDate.of(2020, 10, 31));
    Settled.task(hall, id, first, "登记全部水渠", List.of("市财政局"), List.of("市水利局"), october);

    Draft draft = gazettes.draft(id);
    assertThat(draft.reading()).isEqualTo(read.reading());
    Map<String, OrderedTask> tasks = tasks(draft);
    OrderedTask corrected = Objects.requireNonNull(tasks.get(first));
    assertThat(corrected.text()).isEqualTo("登记全部水渠");
    assertThat(corrected.lead()).containsExactly("市财政局");
    assertThat(corrected.responsible()).containsExactly("市水利局");
    assertThat(corrected.role()).isEqualTo(OrderedTask.Role.LEAD);
    assertThat(corrected.deadline()).isEqualTo(october);
    assertThat(corrected.deadlineText()).isEqualTo("2020年12月底前");
    assertThat(corrected.confidence()).isEqualTo(100);
    Map<String, OrderedTask> others = tasks(read);
    others.remove(first);
    tasks.remove(first);
    assertThat(tasks).isEqualTo(others).hasSize(2);
  }

  private static Map<String, OrderedTask> tasks(Draft draft) {
    return Settled.tasks(draft);
  }

  @Test
  void a_task_without_a_lead_is_still_unnamed_after_a_correction() {
    long id = upload(Papers.order("济政字〔2020〕122号"));
    String first = "济政字〔2020〕122号 一(一) #1";
    Settled.task(hall, id, first, "登记", List.of(), new Deadline.None());
    assertThat(tasks(gazettes.draft(id)))
        .hasEntrySatisfying(
            first, task -> assertThat(task.role()).isEqualTo(OrderedTask.Role.UNNAMED));
  }

  @Test
  void a_task_of_another_draft_cannot_be_corrected_here() {
    long id = upload(Papers.order("济政字〔2020〕123号"));
    upload(Papers.order("济政字〔2020〕124号"));
    Map<String, Long> before = hall.counts();
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                Settled.task(
                    hall, id, "济政字〔2020〕124号 一(一) #1", "登记", List.of(), new Deadline.None()));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT);
    assertThat(refusal.happened()).isEqualTo("没有保存。草稿里没有这项任务。");
    assertThat(hall.counts()).isEqualTo(before);
  }

  @Test
  void an_import_that_nobody_made_is_absent() {
    for (Callable<?> act :
        List.<Callable<?>>of(() -> gazettes.draft(0), () -> gazettes.publish(0, EDITOR))) {
      Refusal refusal = catchThrowableOfType(Refusal.class, act::call);
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT);
      assertThat(refusal.happened()).contains("第 0 号");
    }
  }
}
