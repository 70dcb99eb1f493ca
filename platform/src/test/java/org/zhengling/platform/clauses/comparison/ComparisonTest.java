package org.zhengling.platform.clauses.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.zhengling.platform.clauses.comparison.Comparison.Entry;
import org.zhengling.platform.clauses.comparison.Comparison.Sort;

class ComparisonTest {
  private static Entry clause(String path, String words) {
    return new Entry("条款", path, path, words);
  }

  private static Entry task(String id, String words) {
    return new Entry("任务", id, id, words);
  }

  @Test
  void two_equal_readings_differ_in_nothing() {
    List<Entry> reading = List.of(clause("一", "登记水渠。"), task("一 #1", "登记水渠"));
    Comparison comparison = Comparison.between(reading, reading);
    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.same()).isEqualTo(2);
  }

  @Test
  void a_changed_clause_shows_what_was_taken_out_and_what_was_put_in() {
    Comparison comparison =
        Comparison.between(List.of(clause("一", "每半年巡查水渠。")), List.of(clause("一", "每季度巡查水渠。")));
    assertThat(comparison.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.sort()).isEqualTo(Sort.CHANGED);
          assertThat(change.pieces())
              .containsExactly(
                  new WordMarks.Piece(WordMarks.Mark.SAME, "每"),
                  new WordMarks.Piece(WordMarks.Mark.REMOVED, "半年"),
                  new WordMarks.Piece(WordMarks.Mark.ADDED, "季度"),
                  new WordMarks.Piece(WordMarks.Mark.SAME, "巡查水渠。"));
        });
  }

  @Test
  void what_is_new_stands_in_its_order_and_what_is_gone_after_it_kind_by_kind() {
    Comparison comparison =
        Comparison.between(
            List.of(clause("一", "甲。"), clause("二", "乙。"), task("一 #1", "做甲")),
            List.of(clause("一", "甲。"), clause("三", "丙。"), task("三 #1", "做丙")));
    assertThat(comparison.changes())
        .extracting(Comparison.Change::sort, Comparison.Change::kind, Comparison.Change::label)
        .containsExactly(
            tuple(Sort.ADDED, "条款", "三"),
            tuple(Sort.REMOVED, "条款", "二"),
            tuple(Sort.ADDED, "任务", "三 #1"),
            tuple(Sort.REMOVED, "任务", "一 #1"));
    assertThat(comparison.count(Sort.ADDED)).isEqualTo(2);
    assertThat(comparison.same()).isEqualTo(1);
  }

  @Test
  void the_same_words_at_another_place_have_moved_and_only_once() {
    Comparison comparison =
        Comparison.between(
            List.of(clause("一", "登记水渠。")), List.of(clause("二", "登记水渠。"), clause("三", "登记水渠。")));
    assertThat(comparison.changes())
        .extracting(Comparison.Change::sort, Comparison.Change::label, Comparison.Change::from)
        .containsExactly(tuple(Sort.MOVED, "二", "一"), tuple(Sort.ADDED, "三", ""));
  }

  @Test
  void equal_words_of_a_task_and_of_a_clause_are_not_taken_for_each_other() {
    Comparison comparison =
        Comparison.between(List.of(clause("一", "登记水渠")), List.of(task("一 #1", "登记水渠")));
    assertThat(comparison.changes())
        .extracting(Comparison.Change::sort)
        .containsExactlyInAnyOrder(Sort.ADDED, Sort.REMOVED);
  }

  @Property
  void without_what_was_added_the_pieces_are_the_old_words_and_without_what_was_removed_the_new(
      @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'd') String old,
      @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'd') String now) {
    List<WordMarks.Piece> pieces = WordMarks.between(old, now);
    assertThat(joined(pieces, WordMarks.Mark.ADDED)).isEqualTo(old);
    assertThat(joined(pieces, WordMarks.Mark.REMOVED)).isEqualTo(now);
  }

  private static String joined(List<WordMarks.Piece> pieces, WordMarks.Mark without) {
    return pieces.stream()
        .filter(piece -> piece.mark() != without)
        .map(WordMarks.Piece::text)
        .collect(Collectors.joining());
  }

  @Property
  void every_entry_of_the_new_reading_is_the_same_or_a_difference(
      @ForAll @Size(max = 8)
          List<@StringLength(max = 2) @CharRange(from = 'a', to = 'c') String> old,
      @ForAll @Size(max = 8)
          List<@StringLength(max = 2) @CharRange(from = 'a', to = 'c') String> now) {
    List<Entry> before = numbered(old);
    List<Entry> after = numbered(now);
    Comparison comparison = Comparison.between(before, after);
    long shown = comparison.changes().size() - comparison.count(Sort.REMOVED);
    assertThat(comparison.same() + shown).isEqualTo(after.size());
    assertThat(
            comparison.same()
                + comparison.count(Sort.CHANGED)
                + comparison.count(Sort.MOVED)
                + comparison.count(Sort.REMOVED))
        .isEqualTo(before.size());
  }

  private static List<Entry> numbered(List<String> words) {
    return IntStream.range(0, words.size())
        .mapToObj(i -> clause(String.valueOf(i), words.get(i)))
        .toList();
  }
}
