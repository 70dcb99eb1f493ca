package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.law.ClauseSpan;
import org.zhengling.formats.policy.Demand;
import org.zhengling.formats.policy.Programme;

class CoverageTest {
  private static final AnswersIndex NOTHING = new AnswersIndex(List.of());
  private static final Demand.Answer OPEN = new Demand.Answer.Open();
  private static final Demand.Answer CODE = new Demand.Answer.Code();
  private static final Demand.Answer STATEMENT = new Demand.Answer.NotComputed("由领导小组办理");

  private static Demand demand(String slug, Demand.Answer answer) {
    return new Demand(slug, ClauseSpan.parse("一(一)1-3"), "树", "Tree", "list", "A list", answer);
  }

  private static Coverage coverage(AnswersIndex index, Demand... demands) {
    Programme pack = new Programme("shade", "遮阳", "荫", "试政字〔2020〕1号", List.of(demands));
    return Coverage.of(List.of(pack), index);
  }

  private static AnswersIndex index(String... lines) {
    return AnswersIndex.parse(
        String.join("\n", Stream.of(lines).map(line -> line.replace(' ', '\t')).toList()));
  }

  private static Coverage.Row only(Coverage coverage) {
    return coverage.documents().getFirst().rows().getFirst();
  }

  @Test
  void what_code_answers_and_a_test_executes_is_answered() {
    AnswersIndex index = index("shade/a main Act#plant", "shade/a test ActTest#plants");
    Coverage coverage = coverage(index, demand("shade/a", CODE));
    assertThat(only(coverage).state()).isEqualTo("answered");
    assertThat(only(coverage).by()).containsExactly("Act#plant");
    assertThat(only(coverage).tests()).containsExactly("ActTest#plants");
    assertThat(coverage.faults()).isEmpty();
  }

  @Test
  void counts_of_a_document_add_up_to_what_is_demanded() {
    AnswersIndex index = index("shade/a main Act", "shade/a test T#t");
    Coverage.Document document =
        coverage(
                index,
                demand("shade/a", CODE),
                demand("shade/b", OPEN),
                demand("shade/c", OPEN),
                demand("shade/d", STATEMENT))
            .document("试政字〔2020〕1号")
            .orElseThrow();
    assertThat(document.demanded()).isEqualTo(4);
    assertThat(document.answered()).isEqualTo(1);
    assertThat(document.open()).isEqualTo(2);
    assertThat(document.notComputed()).isEqualTo(1);
    assertThat(document.untested()).isZero();
    assertThat(document.rows().getLast().why()).isEqualTo("由领导小组办理");
  }

  @Test
  void code_without_a_test_is_untested_and_a_fault() {
    Coverage coverage = coverage(index("shade/a main Act"), demand("shade/a", CODE));
    assertThat(only(coverage).state()).isEqualTo("untested");
    assertThat(coverage.faults()).singleElement().asString().contains("shade/a", "test");
  }

  @Test
  void a_pack_that_promises_code_which_is_not_there_is_open_and_a_fault() {
    Coverage coverage = coverage(NOTHING, demand("shade/a", CODE));
    assertThat(only(coverage).state()).isEqualTo("open");
    assertThat(coverage.faults()).singleElement().asString().contains("shade/a", "not there");
  }

  @Test
  void code_for_an_open_demand_leaves_it_open_and_is_a_fault() {
    AnswersIndex index = index("shade/a main Act", "shade/a test T#t");
    Coverage coverage = coverage(index, demand("shade/a", OPEN));
    assertThat(only(coverage).state()).isEqualTo("open");
    assertThat(coverage.faults()).singleElement().asString().contains("shade/a", "open");
  }

  @Test
  void a_slug_that_no_pack_knows_and_a_slug_that_stands_twice_are_faults() {
    assertThat(coverage(index("shade/z main Act"), demand("shade/a", OPEN)).faults())
        .singleElement()
        .asString()
        .contains("shade/z", "Act");
    assertThat(coverage(NOTHING, demand("shade/a", OPEN), demand("shade/a", OPEN)).faults())
        .singleElement()
        .asString()
        .contains("shade/a", "twice");
  }

  @Test
  void a_span_of_clauses_belongs_to_each_of_them() {
    Coverage coverage = coverage(NOTHING, demand("shade/a", OPEN));
    assertThat(coverage.of("试政字〔2020〕1号", "一(一)2")).hasSize(1);
    assertThat(coverage.of("试政字〔2020〕1号", "一(一)4")).isEmpty();
    assertThat(coverage.of("试政字〔2020〕1号", "一(一)")).isEmpty();
    assertThat(coverage.of("试政字〔2020〕2号", "一(一)2")).isEmpty();
  }

  @Test
  void an_index_is_read_as_it_was_printed() {
    AnswersIndex index = index("shade/b test T#t", "shade/a main Act", "shade/a main Act");
    assertThat(index.print()).isEqualTo("shade/a\tmain\tAct\nshade/b\ttest\tT#t\n");
    assertThat(AnswersIndex.parse(index.print()).entries())
        .containsExactly(
            new AnswersIndex.Entry("shade/a", false, "Act"),
            new AnswersIndex.Entry("shade/b", true, "T#t"));
  }
}
