package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.Item;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.supervision.Boards;

/** A task list that the gazette did not print is brought in later as a spreadsheet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnexUploadTest {
  private static final List<String> HEAD = List.of("序号", "任务", "牵头单位", "责任单位", "完成时限");

  private final CityHall hall = new CityHall();
  private final Gazettes gazettes = hall.get(Gazettes.class);
  private final Annexes annexes = hall.get(Annexes.class);
  private final SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);

  @AfterAll
  void close() {
    hall.close();
  }

  static byte[] sheet(List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("任务清单");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row, column, rows.get(row).get(column));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the memory is full", e);
    }
    return out.toByteArray();
  }

  private long upload(String number) {
    String text = Papers.order(number).replace("为修好水渠，提出如下意见。", "为修好水渠，提出如下意见。\n\n附件：水渠任务清单");
    return gazettes.upload("公报.txt", Papers.bytes(text), editor.personId(), false);
  }

  private static Item<?> annex(Draft draft) {
    return draft.documents().getFirst().annexes().getFirst();
  }

  @Test
  void its_rows_become_tasks_of_the_draft_beside_their_cells_and_are_published() {
    String number = "济政字〔2020〕911号";
    long id = upload(number);
    Item<?> annex = annex(gazettes.draft(id));
    assertThat(annex.state()).isEqualTo(Item.State.LOOK);

    byte[] file =
        sheet(
            List.of(
                List.of("水渠任务清单"),
                HEAD,
                List.of("1", "清淤支渠", "市城乡水务局", "任城区政府、微山县政府", "2021-06-30"),
                List.of("2", "更换闸门", "市财政局", "", "持续推进")));
    assertThat(annexes.upload(id, annex.key(), "清单.xlsx", file, Settled.LISI)).isNotNull();
    List<Item<OrderedTask>> added =
        gazettes.draft(id).documents().getFirst().tasks().stream()
            .filter(task -> task.source().startsWith("附件"))
            .toList();
    assertThat(added).extracting(task -> task.value().text()).containsExactly("清淤支渠", "更换闸门");
    assertThat(added.getFirst().source()).isEqualTo("附件 表1 第3行");
    assertThat(added.getFirst().value().responsible()).containsExactly("任城区政府", "微山县政府");
    assertThat(annexes.files(id, annex.key()))
        .extracting(Annexes.Uploaded::fileName, Annexes.Uploaded::rows)
        .containsExactly(tuple("清单.xlsx", 2));

    hall.get(Corrections.class).takeAsRead(id, Settled.LISI);
    editor.call(() -> gazettes.publish(id, editor.personId()));
    assertThat(editor.call(() -> hall.get(Boards.class).inScope()).of(number).rows())
        .extracting(row -> row.task().title())
        .contains("清淤支渠", "更换闸门");
  }

  @Test
  void a_second_file_takes_the_place_of_the_first_and_both_are_kept() {
    long id = upload("济政字〔2020〕912号");
    ItemKey key = annex(gazettes.draft(id)).key();
    int before = gazettes.draft(id).documents().getFirst().tasks().size();
    byte[] two = sheet(List.of(HEAD, List.of("1", "甲", "市财政局"), List.of("2", "乙", "市财政局")));
    byte[] one = sheet(List.of(HEAD, List.of("1", "丙", "市财政局")));
    annexes.upload(id, key, "甲.xlsx", two, Settled.LISI);
    assertThat(gazettes.draft(id).documents().getFirst().tasks()).hasSize(before + 2);
    hall.pass(Duration.ofMinutes(1));
    annexes.upload(id, key, "乙.xlsx", one, Settled.LISI);
    assertThat(gazettes.draft(id).documents().getFirst().tasks()).hasSize(before + 1);
    assertThat(annexes.files(id, key))
        .extracting(Annexes.Uploaded::fileName)
        .containsExactly("乙.xlsx", "甲.xlsx");
  }

  @Test
  void a_file_with_a_fault_is_refused_whole_and_names_the_cell() {
    long id = upload("济政字〔2020〕913号");
    ItemKey key = annex(gazettes.draft(id)).key();
    byte[] file =
        sheet(
            List.of(
                HEAD,
                List.of("1", "甲", "市财政局", "", "2021-06-30"),
                List.of("2", "乙", "市财政局", "", "尽快")));
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> annexes.upload(id, key, "坏.xlsx", file, Settled.LISI));
    assertThat(refusal.getMessage()).contains("有 1 处要改").contains("第 3 行“完成时限”");
    assertThat(annexes.files(id, key)).isEmpty();
    assertThat(gazettes.draft(id).documents().getFirst().tasks())
        .noneMatch(task -> task.source().startsWith("附件"));
  }

  @Test
  void what_is_no_annex_of_the_draft_takes_no_file() {
    long id = upload("济政字〔2020〕914号");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                annexes.upload(
                    id,
                    new ItemKey(ItemKind.ANNEX, "9999"),
                    "清单.xlsx",
                    sheet(List.of(HEAD)),
                    Settled.LISI));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT);
  }
}
