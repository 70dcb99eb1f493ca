package org.zhengling.platform.clauses;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.formats.sheet.TaskSheet;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.clauses.draft.AnnexRow;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.clauses.store.AnnexFiles;
import org.zhengling.platform.keys.Sm3;

/** Takes in the task lists of annexes that a gazette names and does not print. */
@Component
public class Annexes {
  private static final int MOST_FAULTS_SHOWN = 20;

  private final Gazettes gazettes;
  private final AnnexFiles files;
  private final InstantSource clock;
  private final Audit audit;

  Annexes(Gazettes gazettes, AnnexFiles files, InstantSource clock, Audit audit) {
    this.audit = audit;
    this.gazettes = gazettes;
    this.files = files;
    this.clock = clock;
  }

  /** A file that was uploaded for an annex. */
  public record Uploaded(String fileName, Instant at, int rows) {}

  /**
   * Reads a spreadsheet; its rows are tasks of the draft from now on, in place of those of an
   * earlier file of this annex. A file with a fault is refused as a whole, every fault named.
   *
   * @return what of the file is no task, in sentences
   */
  @Transactional
  public List<String> upload(long id, ItemKey annex, String fileName, byte[] bytes, Editor by) {
    boolean known = annex.kind() == ItemKind.ANNEX && gazettes.draft(id).item(annex).isPresent();
    if (!known) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有读入。草稿里没有这个附件。", "请从草稿的清单里重新打开它。");
    }
    TaskSheet.Reading reading = TaskSheet.read(bytes);
    if (!reading.faults().isEmpty()) {
      throw faulty(reading.faults());
    }
    long file =
        files.insert(id, annex.id(), fileName, Sm3.hex(bytes), bytes, by.person(), clock.instant());
    files.insertRows(
        reading.rows().stream()
            .map(row ->
                new AnnexRow(
                    file,
                    annex.id(),
                    row.sheet(),
                    row.row(),
                    row.ordinal(),
                    row.clause(),
                    row.task(),
                    row.lead(),
                    row.responsible(),
                    row.deadline()))
            .toList());
    audit.record(
        Act.of(ActKind.CORRECT_DRAFT, "第 " + id + " 号导入，附件清单 " + reading.rows().size() + " 行")
            .carrying(Sm3.hex(bytes)));
    return reading.titles();
  }

  private static Refusal faulty(List<TaskSheet.Fault> faults) {
    String named =
        faults.stream()
            .limit(MOST_FAULTS_SHOWN)
            .map(TaskSheet.Fault::sentence)
            .collect(Collectors.joining());
    int more = faults.size() - MOST_FAULTS_SHOWN;
    return new Refusal(
        Refusal.Kind.CALLER,
        "没有读入。有 " + faults.size() + " 处要改。",
        named + (more > 0 ? "还有 " + more + " 处。" : ""),
        "请在表格里改好，再上传整个文件。");
  }

  /** Every file of an annex, the newest first; the newest counts. */
  public List<Uploaded> files(long id, ItemKey annex) {
    return files.files(id).stream()
        .filter(one -> one.annex().equals(annex.id()))
        .map(one -> new Uploaded(one.fileName(), one.at(), one.rows()))
        .toList();
  }

  /** An empty task list to fill in. */
  public static byte[] template() {
    return TaskSheet.template();
  }
}
