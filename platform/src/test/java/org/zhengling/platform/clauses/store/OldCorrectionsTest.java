package org.zhengling.platform.clauses.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.clauses.draft.Correction;
import org.zhengling.platform.clauses.draft.Edit;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.clauses.draft.Verdict;
import org.zhengling.testkit.TestDatabase;

/** Corrections of tasks that were made before every item of a draft could be decided. */
class OldCorrectionsTest {
  @Test
  void become_first_decisions_that_read_as_they_did_and_can_be_followed_by_a_second() {
    try (TestDatabase database = TestDatabase.upTo("2026.11.24.1200")) {
      JdbcClient sql = JdbcClient.create(database.seeingEverything());
      sql.sql(
              """
              insert into clauses.import (file_name, digest, content, uploaded_by, uploaded_at, sample)
              values ('公报.txt', repeat('a', 64), '修渠', 7, now(), false);
              insert into clauses.draft_edit
                (import, task, title, lead, responsible, deadline, edited_by, edited_at)
              values
                (1, '济政字〔2020〕1号 一 #1', '修渠', '{市城乡水务局,市财政局}', '{各县（市、区）政府（管委会）}',
                 'by 2020-12-31', 7, timestamptz '2020-09-20 09:00+08'),
                (1, '济政字〔2020〕1号 二 #1', '巡渠', '{}', '{}', 'none', 8, now())
              """)
          .update();
      database.migrate();

      Decided decided = new Decided(sql, new JdbcTemplate(database.seeingEverything()));
      ItemKey first = new ItemKey(ItemKind.TASK, "济政字〔2020〕1号 一 #1");
      List<Edit> edits = decided.newest(1);
      assertThat(edits).extracting(Edit::revision).containsExactly(1, 1);
      assertThat(edits.getFirst().item()).isEqualTo(first);
      assertThat(edits.getFirst().verdict())
          .isEqualTo(
              new Verdict.Corrected(
                  new Correction.Duty(
                      "",
                      "修渠",
                      List.of("市城乡水务局", "市财政局"),
                      List.of("各县（市、区）政府（管委会）"),
                      new Deadline.By(LocalDate.of(2020, 12, 31)),
                      Correction.Unnamed.STILL_OPEN)));
      // Without a lead a task waits for a person, as it does today.
      assertThat(edits.getLast().verdict())
          .isEqualTo(
              new Verdict.Corrected(
                  new Correction.Duty(
                      "",
                      "巡渠",
                      List.of(),
                      List.of(),
                      new Deadline.None(),
                      Correction.Unnamed.STILL_OPEN)));

      Edit second =
          new Edit(first, 2, new Verdict.Dropped(), "李四", edits.getFirst().at().plusSeconds(60));
      assertThat(decided.add(1, second, 8)).isTrue();
      assertThat(decided.history(1, first)).extracting(Edit::revision).containsExactly(2, 1);
    }
  }
}
