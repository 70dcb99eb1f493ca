package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
  private static final String NUMBER = "济政字〔2020〕401号";

  private final CityHall hall = new CityHall();
  private final Library library = hall.get(Library.class);

  @AfterAll
  void close() {
    hall.close();
  }

  @BeforeAll
  void oneDocumentInTwoEditionsAndAChronicle() {
    String order = Papers.order(NUMBER);
    publish(order.replace("建立台账", "旧版措辞"));
    publish(order.replace("先急后缓", "用GIS标出a_c段"));
    publish(Papers.chronicle("济宁市修渠现场会召开。"));
  }

  private void publish(String text) {
    Gazettes gazettes = hall.get(Gazettes.class);
    SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);
    long id = gazettes.upload("公报.txt", Papers.bytes(text), editor.personId(), false);
    editor.call(() -> gazettes.publish(id, editor.personId()));
  }

  private List<SearchHit> hits(String line) {
    return library.search(SearchQuestion.everywhere(line), 0, 100);
  }

  /** Clauses alone: tasks repeat their words. */
  private List<String> places(String line) {
    return library.search(SearchQuestion.everywhere(line).only(SearchKind.CLAUSE), 0, 100).stream()
        .map(SearchHit::path)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"台账, 一(一)", "登记, 一(一)", "绘制, 一(二)", "干渠, 二(一)"})
  void a_term_of_two_characters_is_found_in_headings_and_in_texts(String term, String path) {
    assertThat(places(term)).containsExactly(path);
  }

  @Test
  void titles_come_first_then_headings_texts_tasks_and_events() {
    assertThat(hits("水渠"))
        .extracting(SearchHit::kind)
        .startsWith(SearchKind.DOCUMENT, SearchKind.CLAUSE)
        .endsWith(SearchKind.TASK, SearchKind.EVENT)
        .isSorted();
    assertThat(places("水渠")).containsExactly("一(一)", "一", "二", "正文", "一(二)");
    assertThat(hits("401号")).extracting(SearchHit::title).containsExactly("济宁市人民政府关于整修水渠的意见");
  }

  @Test
  void an_event_is_found_under_its_day() {
    assertThat(hits("现场会"))
        .containsExactly(
            new SearchHit(
                SearchKind.EVENT,
                "",
                0,
                0,
                "",
                "",
                "济宁市修渠现场会召开。",
                LocalDate.of(2020, 9, 3),
                LocalDate.of(2020, 9, 3)));
  }

  @Test
  void a_task_is_found_with_the_clause_that_orders_it() {
    assertThat(library.search(SearchQuestion.everywhere("绘制").only(SearchKind.TASK), 0, 10))
        .extracting(SearchHit::document, SearchHit::path)
        .containsExactly(tuple(NUMBER, "一(二)"));
  }

  @Test
  void an_indicator_is_found_by_its_name_and_by_its_words() {
    hall.seeingEverything()
        .sql(
            """
            insert into clauses.indicator
              (document, edition, id, position, clause_path, name, comparator, value, unit, for_whom,
               words, confidence, first_line, last_line)
            values (?, 2, '指标1', 1, '一(二)', '喷灌面积', 'AT_LEAST', 300, '亩', '各县',
                    '喷灌不少于300亩', 100, 20, 20)
            """)
        .param(NUMBER)
        .update();
    for (String words : List.of("喷灌面积", "３００亩")) {
      assertThat(hits(words))
          .extracting(SearchHit::kind, SearchHit::path)
          .containsExactly(tuple(SearchKind.INDICATOR, "一(二)"));
    }
  }

  @Test
  void all_terms_must_match() {
    assertThat(places("水渠 台账")).containsExactly("一(一)");
    assertThat(places("台账　登记")).containsExactly("一(一)");
    assertThat(places("台账 干渠")).isEmpty();
  }

  @Test
  void terms_of_one_character_are_dropped() {
    assertThat(places("台账 缺")).containsExactly("一(一)");
    assertThat(places("渠")).isEmpty();
    assertThat(places(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%", "__", "水%", "登_水", "%台账%", "台账\\", "'; --", "\\\\", "{}", "$$"})
  void wildcards_and_signs_of_other_languages_are_plain_characters(String words) {
    assertThat(hits(words)).isEmpty();
  }

  @Test
  void a_percentage_and_an_underline_are_found_where_they_are_printed() {
    assertThat(places("100%")).containsExactly("一(二)");
    assertThat(places("a_c")).containsExactly("二(一)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gis", "ＧＩＳ", "Gis"})
  void capital_and_full_width_letters_make_no_difference(String words) {
    assertThat(places(words)).containsExactly("二(一)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"济政字〔2020〕", "济政字(2020)401号", "济政字［２０２０］", "济政字【2020】401"})
  void brackets_of_every_width_make_no_difference(String words) {
    assertThat(hits(words)).extracting(SearchHit::kind).containsExactly(SearchKind.DOCUMENT);
  }

  @Test
  void a_phrase_in_quotation_marks_keeps_its_blanks() {
    assertThat(SearchWords.parse("“逐条 登记” 台账").terms()).containsExactly("逐条 登记", "台账");
    assertThat(SearchWords.parse("\"台账 登记\"").terms()).containsExactly("台账 登记");
    assertThat(places("“台账 登记”")).isEmpty();
    assertThat(SearchWords.parse("“台账 登记").terms()).containsExactly("台账", "登记");
  }

  @Test
  void words_of_an_edition_that_was_replaced_are_found_when_asked_for() {
    assertThat(hits("旧版措辞")).isEmpty();
    assertThat(library.search(SearchQuestion.everywhere("旧版措辞").inAllEditions(), 0, 10))
        .extracting(SearchHit::kind, SearchHit::edition, SearchHit::newest)
        .containsExactly(tuple(SearchKind.CLAUSE, 1, 2));
  }

  @Test
  void a_document_a_day_and_a_unit_narrow_down() {
    SearchQuestion all = SearchQuestion.everywhere("水渠");
    assertThat(library.search(all.in("济政字〔2020〕1号"), 0, 10)).isEmpty();
    assertThat(library.search(all.in(NUMBER), 0, 100))
        .extracting(SearchHit::document)
        .containsOnly(NUMBER);
    assertThat(library.search(all.from(LocalDate.of(2020, 9, 2)), 0, 10))
        .extracting(SearchHit::kind)
        .containsExactly(SearchKind.EVENT);
    assertThat(library.search(all.until(LocalDate.of(2020, 9, 1)), 0, 100))
        .extracting(SearchHit::kind)
        .doesNotContain(SearchKind.EVENT);
    assertThat(library.search(all.of("大数据").only(SearchKind.CLAUSE), 0, 10))
        .extracting(SearchHit::path)
        .containsExactly("一(二)");
  }

  @Test
  void every_sort_is_counted_whatever_sort_is_asked_for() {
    Map<SearchKind, Integer> counts =
        library.counts(SearchQuestion.everywhere("水渠").only(SearchKind.EVENT));
    assertThat(counts)
        .containsEntry(SearchKind.DOCUMENT, 1)
        .containsEntry(SearchKind.EVENT, 1)
        .containsEntry(SearchKind.CLAUSE, places("水渠").size());
    assertThat(library.counts(SearchQuestion.everywhere("查不到的词")))
        .hasSize(SearchKind.values().length)
        .allSatisfy((kind, count) -> assertThat(count).isZero());
  }

  @Test
  void pages_of_hits_join_without_a_gap() {
    SearchQuestion question = SearchQuestion.everywhere("水渠");
    List<SearchHit> all = hits("水渠");
    assertThat(all).hasSizeGreaterThan(4);
    assertThat(library.search(question, 0, 2)).isEqualTo(all.subList(0, 2));
    assertThat(library.search(question, 2, 2)).isEqualTo(all.subList(2, 4));
    assertThat(library.search(question, all.size(), 2)).isEmpty();
  }

  @Test
  void terms_are_what_can_be_looked_for() {
    SearchWords words = SearchWords.parse(" 水渠　台账 渠 水渠  GIS ");
    assertThat(words.terms()).containsExactly("水渠", "台账", "GIS");
    assertThat(words.tooShort()).containsExactly("渠");
    assertThat(SearchWords.parse("𠮷 𠮷野").terms()).containsExactly("𠮷野");
  }
}
