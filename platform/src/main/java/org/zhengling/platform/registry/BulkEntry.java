package org.zhengling.platform.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.formats.csv.CsvTable;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.registry.NewResident.Origin;

/**
 * Enters the people and households of a file. Each row stands alone: one that cannot be entered is
 * told with its line and reason, the rest goes on, nothing is guessed.
 */
@Component
public class BulkEntry {
  private final BulkRows rows;
  private final Audit audit;

  BulkEntry(BulkRows rows, Audit audit) {
    this.rows = rows;
    this.audit = audit;
  }

  /** A row that was not entered; the reason holds no cell of the file. */
  public record Reject(int line, String reason) {}

  /**
   * What came of a file.
   *
   * @param rows below the head
   */
  public record Outcome(int rows, int people, int households, List<Reject> rejects) {
    public Outcome {
      rejects = List.copyOf(rejects);
    }

    /** Line and reason, for the person who mends the file. */
    public byte[] rejectsFile() {
      return CsvTable.write(
          List.of("行号", "没有登记的原因"),
          rejects.stream()
              .map(reject -> List.of(String.valueOf(reject.line()), reject.reason()))
              .toList());
    }
  }

  /** Enters what can be entered, in the scope in force. */
  public Outcome enter(byte[] file, Origin origin) {
    List<BulkTable.Row> table = BulkTable.read(file);
    Map<String, Long> households = new HashMap<>();
    List<Reject> rejects = new ArrayList<>();
    for (BulkTable.Row row : table) {
      switch (row) {
        case BulkTable.Row.Broken(int line, String reason) -> rejects.add(new Reject(line, reason));
        case BulkTable.Row.Cells cells -> enter(cells, households, origin, rejects);
      }
    }
    Outcome outcome =
        new Outcome(table.size(), table.size() - rejects.size(), households.size(), rejects);
    audit.recordAlone(
        Act.of(
                ActKind.IMPORT_RESIDENTS,
                table.size() + " 行，登记 " + outcome.people() + " 人、" + households.size() + " 户")
            .carrying(HexFormat.of().formatHex(file)));
    return outcome;
  }

  private void enter(
      BulkTable.Row.Cells row, Map<String, Long> households, Origin origin, List<Reject> rejects) {
    try {
      rows.enter(row, households, origin);
    } catch (Misfilled misfilled) {
      rejects.add(new Reject(row.line(), String.join("", misfilled.problems().values())));
    } catch (Refusal refused) {
      rejects.add(new Reject(row.line(), refused.happened() + refused.todo()));
    }
  }
}
