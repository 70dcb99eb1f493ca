package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.law.ClauseSpan;
import org.zhengling.formats.policy.Demand;
import org.zhengling.formats.policy.Demand.Answer;
import org.zhengling.formats.policy.Programme;
import org.zhengling.platform.clauses.AnswersIndex.Entry;

class CoverageFaultsTest {
  private static final String NUMBER = "济政字〔2020〕501号";
  private static final Answer OPEN = new Answer.Open();
  private static final Answer CODE = new Answer.Code();
  private static final Answer NOT_COMPUTED = new Answer.NotComputed("由省级系统办理");

  private static Demand demand(String slug, String clause, Answer answer) {
    return new Demand(slug, ClauseSpan.parse(clause), "登记", "register", "registry", "…", answer);
  }

  private static Programme programme(Demand... demands) {
    return new Programme("canals", "水渠", "渠", NUMBER, Arrays.asList(demands));
  }

  private static Entry main(String slug) {
    return new Entry(slug, false, "Canals.register");
  }

  private static Entry test(String slug) {
    return new Entry(slug, true, "CanalsTest");
  }

  private static Coverage coverage(Programme programme, Entry... entries) {
    return Coverage.of(List.of(programme), new AnswersIndex(Arrays.asList(entries)));
  }

  @Test
  void each_demand_is_in_one_state_and_the_counts_add_up() {
    Coverage coverage =
        coverage(
            programme(
                demand("canals/answered", "一(一)", CODE),
                demand("canals/untested", "一(二)", CODE),
                demand("canals/open", "一(三)", OPEN),
                demand("canals/elsewhere", "一(四)", NOT_COMPUTED)),
            main("canals/answered"),
            test("canals/answered"),
            main("canals/untested"));
    Coverage.Document document = coverage.document(NUMBER).orElseThrow();
    assertThat(document.rows())
        .extracting(Coverage.Row::state)
        .containsExactly("answered", "untested", "open", "not-computed");
    assertThat(document.demanded()).isEqualTo(4);
    assertThat(
            List.of(
                document.answered(), document.untested(), document.open(), document.notComputed()))
        .containsExactly(1, 1, 1, 1);
    assertThat(document.rows().getFirst().by()).containsExactly("Canals.register");
    assertThat(document.rows().getFirst().tests()).containsExactly("CanalsTest");
    assertThat(document.rows().getLast().why()).isEqualTo("由省级系统办理");
  }

  @Test
  void a_sound_build_has_no_fault() {
    assertThat(
            coverage(
                    programme(
                        demand("canals/answered", "一(一)", CODE),
                        demand("canals/open", "一(三)", OPEN),
                        demand("canals/elsewhere", "一(四)", NOT_COMPUTED)),
                    main("canals/answered"),
                    test("canals/answered"))
                .faults())
        .isEmpty();
  }

  @Test
  void a_slug_that_stands_twice_is_a_fault() {
    assertThat(
            coverage(programme(demand("canals/a", "一(一)", OPEN), demand("canals/a", "二", OPEN)))
                .faults())
        .containsExactly("canals/a stands twice");
  }

  @Test
  void an_answer_to_a_demand_that_no_pack_knows_is_a_fault() {
    assertThat(coverage(programme(), main("canals/a"), test("canals/b")).faults())
        .containsExactly(
            "Canals.register answers canals/a, which no pack demands",
            "CanalsTest answers canals/b, which no pack demands");
  }

  @Test
  void code_for_a_demand_that_its_pack_calls_open_is_a_fault() {
    Coverage coverage = coverage(programme(demand("canals/a", "一(一)", OPEN)), main("canals/a"));
    assertThat(coverage.faults())
        .containsExactly("canals/a is answered by [Canals.register] but its pack says open");
    assertThat(coverage.documents().getFirst().open()).isEqualTo(1);
  }

  @Test
  void code_for_a_demand_that_its_pack_calls_not_computed_is_a_fault() {
    Coverage coverage =
        coverage(programme(demand("canals/a", "一(一)", NOT_COMPUTED)), main("canals/a"));
    assertThat(coverage.faults())
        .containsExactly(
            "canals/a is answered by [Canals.register] but its pack says not-computed");
    assertThat(coverage.documents().getFirst().notComputed()).isEqualTo(1);
  }

  @Test
  void a_claim_of_code_that_is_not_there_is_a_fault_and_counts_as_open() {
    Coverage coverage = coverage(programme(demand("canals/a", "一(一)", CODE)), test("canals/a"));
    assertThat(coverage.faults()).containsExactly("canals/a claims code that is not there");
    assertThat(coverage.documents().getFirst().open()).isEqualTo(1);
  }

  @Test
  void code_without_a_test_is_a_fault() {
    Coverage coverage = coverage(programme(demand("canals/a", "一(一)", CODE)), main("canals/a"));
    assertThat(coverage.faults()).containsExactly("canals/a has no test");
    assertThat(coverage.documents().getFirst().untested()).isEqualTo(1);
  }

  @Test
  void a_span_belongs_to_each_of_its_clauses_and_to_no_other() {
    Coverage coverage =
        coverage(
            programme(
                demand("canals/span", "二(二)1-3", OPEN),
                demand("canals/single", "二(二)2", OPEN),
                demand("canals/parent", "二(二)", OPEN)));
    assertThat(slugs(coverage, "二(二)1")).containsExactly("canals/span");
    assertThat(slugs(coverage, "二(二)2")).containsExactly("canals/span", "canals/single");
    assertThat(slugs(coverage, "二(二)3")).containsExactly("canals/span");
    assertThat(slugs(coverage, "二(二)")).containsExactly("canals/parent");
    for (String other : List.of("二(二)4", "二(一)2", "二", "一(二)2")) {
      assertThat(slugs(coverage, other)).as(other).isEmpty();
    }
    assertThat(coverage.of("济政字〔2020〕502号", "二(二)2")).isEmpty();
  }

  private static List<String> slugs(Coverage coverage, String path) {
    return coverage.of(NUMBER, path).stream().map(Coverage.Row::slug).toList();
  }

  @Test
  void the_index_reads_what_it_prints() {
    AnswersIndex index = new AnswersIndex(List.of(main("canals/a"), test("canals/a")));
    assertThat(index.print())
        .isEqualTo("canals/a\tmain\tCanals.register\ncanals/a\ttest\tCanalsTest\n");
    assertThat(AnswersIndex.parse(index.print())).isEqualTo(index);
  }
}
