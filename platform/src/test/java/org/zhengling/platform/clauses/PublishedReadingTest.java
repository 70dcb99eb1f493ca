package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedReadingTest {
  private static final String NUMBER = "济政字〔2020〕921号";

  private final CityHall hall = new CityHall();
  private final Gazettes gazettes = hall.get(Gazettes.class);
  private final SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);

  @AfterAll
  void close() {
    hall.close();
  }

  /** A page ends in the middle of the first task. */
  private static String order() {
    return Papers.order(NUMBER).replace("逐条登记水渠，", "逐条登记\n\n水渠，");
  }

  @Test
  void what_was_published_is_given_as_the_reader_gives_it_with_the_corrections() {
    long id = gazettes.upload("公报.txt", Papers.bytes(order()), editor.personId(), false);
    Settled.task(
        hall, id, NUMBER + " 二(一) #1", "整修全部干渠", List.of("市财政局"), new Deadline.Continuing());
    OfficialDocument draft = gazettes.draft(id).documents().getFirst().document();
    editor.call(() -> gazettes.publish(id, editor.personId()));

    OfficialDocument published = hall.get(Library.class).reading(NUMBER);
    assertThat(published.title()).isEqualTo(draft.title());
    assertThat(published.series()).isEqualTo("济政字");
    assertThat(published.addressees()).isEqualTo(draft.addressees());
    assertThat(published.dateWritten()).isEqualTo(draft.dateWritten());
    assertThat(published.clauses())
        .extracting(Clause::path, Clause::heading, Clause::level, Clause::text, Clause::pageEnds)
        .isEqualTo(
            draft.clauses().stream()
                .map(one ->
                    tuple(one.path(), one.heading(), one.level(), one.text(), one.pageEnds()))
                .toList());
    assertThat(published.clauses()).anyMatch(one -> one.pageEnds().equals(List.of(4)));
    assertThat(published.tasks())
        .extracting(OrderedTask::id)
        .isEqualTo(draft.tasks().stream().map(OrderedTask::id).toList());
    OrderedTask corrected = published.tasks().getLast();
    assertThat(corrected.text()).isEqualTo("整修全部干渠");
    assertThat(corrected.lead()).containsExactly("市财政局");
    assertThat(corrected.deadline()).isEqualTo(new Deadline.Continuing());
    assertThat(published.indicators())
        .usingRecursiveComparison()
        .ignoringFields("place")
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(draft.indicators());
  }

  @Test
  void a_number_that_nobody_published_is_refused() {
    assertThatThrownBy(() -> hall.get(Library.class).reading("济政字〔2020〕999号"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("没有发布过“济政字〔2020〕999号”");
  }
}
