package org.zhengling.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.clauses.Corrections;
import org.zhengling.platform.clauses.Editor;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PublishResult;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.clauses.draft.Draft;

/** The real gazette of August and September 2020, where ../shared is present. */
class JiningGazetteTest {
  private final CityHall hall = new CityHall();

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void it_is_published_whole_and_has_a_light_for_every_part_on_any_day() throws IOException {
    Path file = Path.of(System.getProperty("zl.root", ".."), "../shared/gazette/jining-2020.txt");
    assumeTrue(Files.exists(file), "skipped: the real gazette is not in ../shared");
    Gazettes gazettes = hall.get(Gazettes.class);
    SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);
    long id =
        gazettes.upload("jining-2020.txt", Files.readAllBytes(file), editor.personId(), false);
    Draft draft = gazettes.draft(id);
    int tasks = draft.documents().stream().mapToInt(document -> document.tasks().size()).sum();
    hall.get(Corrections.class).takeAsRead(id, Editor.of(editor));
    PublishResult result = editor.call(() -> gazettes.publish(id, editor.personId()));
    assertThat(result).isEqualTo(new PublishResult(6, 0, 0, tasks));

    Library library = hall.get(Library.class);
    assertThat(library.documents())
        .extracting(PublishedDocument::number)
        .containsExactly(
            "济政字〔2020〕52号",
            "济政字〔2020〕53号",
            "济政字〔2020〕59号",
            "济政办字〔2020〕48号",
            "济政办字〔2020〕52号",
            "济政办字〔2020〕53号");
    assertThat(library.chronicle()).hasSize(draft.chronicle().size());
    Map<String, Long> counts = hall.counts();
    assertThat(counts).containsEntry("supervision.task", (long) tasks);

    Boards boards = hall.get(Boards.class);
    for (LocalDate day = LocalDate.of(2020, 8, 1);
        day.getYear() < 2031;
        day = day.plusMonths(7).plusDays(3)) {
      hall.dayIs(day.toString());
      Board board = boards.published();
      assertThat(board.rows()).hasSize(tasks).allMatch(row -> row.worst().isPresent());
      assertThat(Gantt.of(board, day).bars()).isNotEmpty();
    }
    assertThat(editor.<PublishResult, RuntimeException>call(() -> gazettes.publish(id, 1)))
        .isEqualTo(new PublishResult(0, 0, 6, 0));
    assertThat(hall.counts()).isEqualTo(counts);
  }
}
