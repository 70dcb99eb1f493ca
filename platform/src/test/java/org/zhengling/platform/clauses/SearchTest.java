package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  private List<String> places(String words) {
    return library.search(words, 0, 100).stream()
        .map(hit -> hit.document() + "/" + hit.path())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"台账, 一(一)", "登记, 一(一)", "绘制, 一(二)", "干渠, 二(一)"})
  void a_term_of_two_characters_is_found_in_headings_and_in_texts(String term, String path) {
    assertThat(places(term)).containsExactly(NUMBER + "/" + path);
  }

  @Test
  void titles_come_before_clauses_and_clauses_before_events() {
    assertThat(places("水渠")).startsWith(NUMBER + "/", NUMBER + "/正文", NUMBER + "/一").endsWith("/");
    assertThat(library.search("401号", 0, 10))
        .extracting(SearchHit::title)
        .containsExactly("济宁市人民政府关于整修水渠的意见");
  }

  @Test
  void an_event_is_found_under_its_day() {
    assertThat(library.search("现场会", 0, 10))
        .containsExactly(new SearchHit("", "", "2020-09-03", "济宁市修渠现场会召开。"));
  }

  @Test
  void all_terms_must_match() {
    assertThat(places("水渠 台账")).containsExactly(NUMBER + "/一(一)");
    assertThat(places("台账　登记")).containsExactly(NUMBER + "/一(一)");
    assertThat(places("台账 干渠")).isEmpty();
  }

  @Test
  void terms_of_one_character_are_dropped() {
    assertThat(places("台账 缺")).containsExactly(NUMBER + "/一(一)");
    assertThat(places("渠")).isEmpty();
    assertThat(places(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%", "__", "水%", "登_水", "%台账%", "台账\\", "'; --", "\\\\"})
  void wildcards_and_signs_of_other_languages_are_plain_characters(String words) {
    assertThat(places(words)).isEmpty();
  }

  @Test
  void a_percentage_and_an_underline_are_found_where_they_are_printed() {
    assertThat(places("100%")).containsExactly(NUMBER + "/一(二)");
    assertThat(places("a_c")).containsExactly(NUMBER + "/二(一)");
  }

  @Test
  void capital_letters_make_no_difference() {
    assertThat(places("gis")).containsExactly(NUMBER + "/二(一)");
  }

  @Test
  void words_of_an_edition_that_was_replaced_are_not_found() {
    assertThat(places("旧版措辞")).isEmpty();
  }

  @Test
  void pages_of_hits_join_without_a_gap() {
    List<SearchHit> all = library.search("水渠", 0, 100);
    assertThat(all).hasSizeGreaterThan(4);
    assertThat(library.search("水渠", 0, 2)).isEqualTo(all.subList(0, 2));
    assertThat(library.search("水渠", 2, 2)).isEqualTo(all.subList(2, 4));
    assertThat(library.search("水渠", all.size(), 2)).isEmpty();
  }

  @Test
  void terms_are_what_can_be_looked_for() {
    assertThat(Library.terms(" 水渠　台账 渠 水渠  GIS ")).containsExactly("水渠", "台账", "GIS");
    assertThat(Library.terms("𠮷 𠮷野")).containsExactly("𠮷野");
  }
}
