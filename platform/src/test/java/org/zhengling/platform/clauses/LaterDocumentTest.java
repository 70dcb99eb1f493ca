package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.clauses.draft.Correction;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.clauses.draft.Verdict;
import org.zhengling.platform.supervision.Boards;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaterDocumentTest {
  private final CityHall hall = new CityHall();
  private final Gazettes gazettes = hall.get(Gazettes.class);
  private final SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);

  @AfterAll
  void close() {
    hall.close();
  }

  private long upload(String text) {
    return gazettes.upload("公报.txt", Papers.bytes(text), editor.personId(), false);
  }

  private void publish(long id) {
    editor.call(() -> gazettes.publish(id, editor.personId()));
  }

  @Test
  void a_later_document_ends_a_clause_from_a_day_on_and_both_texts_stay_readable() {
    String earlier = "济政字〔2020〕901号";
    publish(upload(Papers.order(earlier)));
    long id = upload(Papers.order("济政字〔2020〕902号"));
    DraftDocument later = gazettes.draft(id).documents().getFirst();
    Correction.Pointer ends =
        new Correction.Pointer(
            "二(一)", "", earlier, "二", Reference.Effect.ENDS, LocalDate.of(2021, 3, 1), "");
    ItemKey key = Corrections.next(later, ItemKind.REFERENCE);
    hall.get(Corrections.class).decide(id, key, 0, new Verdict.Corrected(ends), Settled.LISI);
    publish(id);

    TextsInForce texts = hall.get(TextsInForce.class);
    assertThat(texts.on(earlier, LocalDate.of(2021, 2, 28)).clauses())
        .allMatch(clause -> clause.ended() == null);
    assertThat(texts.on(earlier, LocalDate.of(2021, 3, 1)).clauses())
        .filteredOn(clause -> clause.ended() != null)
        .extracting(clause -> clause.clause().path())
        .containsExactly("二", "二(一)");
    String task = earlier + " 二(一) #1";
    hall.dayIs("2021-02-28");
    assertThat(editor.call(() -> hall.get(Boards.class).inScope()).task(task)).isPresent();
    hall.dayIs("2021-03-01");
    assertThat(editor.call(() -> hall.get(Boards.class).inScope()).task(task)).isEmpty();
    hall.dayIs("2020-09-20");
  }

  @Test
  void who_decides_without_having_seen_the_newest_decision_is_refused_and_both_are_kept() {
    long id = upload(Papers.order("济政字〔2020〕903号"));
    ItemKey key = new ItemKey(ItemKind.TASK, "济政字〔2020〕903号 一(一) #1");
    Corrections corrections = hall.get(Corrections.class);
    corrections.decide(id, key, 0, new Verdict.Confirmed(), Settled.LISI);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> corrections.decide(id, key, 0, new Verdict.Dropped(), new Editor(8, "王五")));
    assertThat(refusal.getMessage()).contains("李四").contains("已改过这一处。您写的都保留着，请先看他改了什么。");
    assertThat(corrections.history(id, key)).hasSize(1);
    corrections.decide(id, key, 1, new Verdict.Dropped(), new Editor(8, "王五"));
    assertThat(corrections.history(id, key)).hasSize(2);
    assertThat(Settled.tasks(gazettes.draft(id))).doesNotContainKey(key.id());
  }

  @Test
  void a_county_that_a_new_edition_no_longer_names_loses_its_part_and_keeps_its_history() {
    String number = "济政字〔2020〕904号";
    long id = upload(Papers.order(number));
    publish(id);
    String task = number + " 二(一) #1";
    Settled.task(hall, id, task, "整修干渠", List.of("市城乡水务局"), List.of("微山县政府"), new Deadline.None());
    publish(id);
    assertThat(editor.call(() -> hall.get(Boards.class).inScope()).task(task).orElseThrow().cells())
        .containsOnlyKeys(CityHall.CITY, CityHall.WEISHAN);
    assertThat(
            hall.seeingEverything()
                .sql("select what from supervision.assignment_change where area = ?")
                .param(CityHall.RENCHENG)
                .query(String.class)
                .list())
        .containsExactly("ENDED");
  }
}
