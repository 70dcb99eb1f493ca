package org.zhengling.platform.clauses.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.SearchHit;
import org.zhengling.platform.clauses.SearchKind;
import org.zhengling.platform.clauses.SearchQuestion;

/** Six thousand clauses: words come from the index, not from reading every clause. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIndexTest {
  private static final String NUMBER = "济政字〔2020〕402号";

  private final CityHall hall = new CityHall();

  @BeforeAll
  void publishOneOrderAndFillItUp() {
    Gazettes gazettes = hall.get(Gazettes.class);
    long id = gazettes.upload("公报.txt", Papers.bytes(Papers.order(NUMBER)), 1, true);
    hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR).call(() -> gazettes.publish(id, 1));
    JdbcClient everything = hall.seeingEverything();
    everything
        .sql(
            """
            insert into clauses.clause
              (document, edition, path, position, level, heading, body, first_line, last_line)
            select ?, 1, '九' || n, 1000 + n, 1, '第' || n || '项', '逐村登记，编号' || n * 7919
                   || case when n % 1000 = 0 then '，修复滚水坝' else '' end, 1, 1
            from generate_series(1, 6000) n
            """)
        .param(NUMBER)
        .update();
    everything.sql("analyze clauses.clause").update();
  }

  @AfterAll
  void close() {
    hall.close();
  }

  private String plan(String term) {
    return String.join(
        "\n",
        hall.jdbc()
            .sql("explain " + SearchViews.HITS + "select path from wanted")
            .param("terms", new String[] {term})
            .param("unit", "")
            .param("document", "")
            .param("editions", "NEWEST")
            .param("firstDay", LocalDate.of(1, 1, 1))
            .param("lastDay", LocalDate.of(9999, 12, 31))
            .query(String.class)
            .list());
  }

  @Test
  void a_rare_word_of_two_characters_is_looked_up_in_the_index() {
    assertThat(plan("滚水"))
        .contains("Bitmap Index Scan on clause_pairs")
        .doesNotContain("Seq Scan on clause c");
  }

  @Test
  void what_the_index_finds_is_what_reading_everything_finds() {
    assertThat(
            hall.get(Library.class)
                .search(SearchQuestion.everywhere("修复滚水坝 登记").only(SearchKind.CLAUSE), 0, 100))
        .extracting(SearchHit::path)
        .containsExactlyInAnyOrder("九1000", "九2000", "九3000", "九4000", "九5000", "九6000");
  }

  @Test
  void pairs_alone_do_not_make_a_hit() {
    hall.seeingEverything()
        .sql(
            """
            insert into clauses.clause
              (document, edition, path, position, level, heading, body, first_line, last_line)
            values (?, 1, '九9999', 9999, 1, '甲乙', '丙甲乙，乙丙', 1, 1)
            """)
        .param(NUMBER)
        .update();
    assertThat(hall.get(Library.class).search(SearchQuestion.everywhere("甲乙丙"), 0, 10)).isEmpty();
    assertThat(hall.get(Library.class).search(SearchQuestion.everywhere("丙甲乙"), 0, 10)).hasSize(1);
  }
}
