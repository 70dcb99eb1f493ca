package org.zhengling.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.formats.csv.CsvTable;
import org.zhengling.platform.audit.store.EntryViews;
import org.zhengling.platform.audit.store.EntryViews.Wanted;

/** Reading what others did: for the audit post alone, and itself an act that is recorded. */
@Component
public class AuditReading {
  private static final int PAGE = 50;
  private static final int MOST_EXPORTED = 50_000;
  private static final int DEEPEST_PAGE = 2_000;

  private final EntryViews entries;
  private final Audit audit;

  AuditReading(EntryViews entries, Audit audit) {
    this.entries = entries;
    this.audit = audit;
  }

  /**
   * One page of entries, newest first.
   *
   * @param number counted from 0
   */
  public record Page(List<Entry> entries, int number, boolean more) {}

  /** Reads one page of the areas of the post in use. */
  @Transactional
  public Page read(Wanted wanted, String question, int page) {
    require();
    int number = Math.clamp(page, 0, DEEPEST_PAGE);
    entries.openScope();
    List<Entry> found = entries.find(wanted, PAGE + 1, (long) number * PAGE);
    audit.record(
        Act.of(ActKind.READ_AUDIT, question + "，第 " + (number + 1) + " 页").forPurpose("审计"));
    return new Page(
        found.stream().limit(PAGE).toList(), number, found.size() > PAGE && number < DEEPEST_PAGE);
  }

  /** The same as a table for a spreadsheet, at most 50,000 rows; formulas in it are disarmed. */
  @Transactional
  public byte[] export(Wanted wanted, String question) {
    require();
    entries.openScope();
    List<List<String>> rows = new ArrayList<>();
    for (Entry entry : entries.find(wanted, MOST_EXPORTED, 0)) {
      rows.add(row(entry));
    }
    byte[] table = CsvTable.write(HEAD, rows);
    audit.record(
        Act.of(ActKind.EXPORT_AUDIT, question + "，" + rows.size() + " 行").forPurpose("审计"));
    return table;
  }

  private static final List<String> HEAD =
      List.of("时间", "人员编号", "姓名", "岗位", "区划", "行为", "对象", "目的", "案号", "涉及个人", "没有办成的原因", "链", "序号");

  private static List<String> row(Entry entry) {
    return List.of(
        AuditWords.moment(entry.at()),
        entry.actor() == null ? "" : entry.actor().toString(),
        entry.actorName(),
        entry.postTitle(),
        entry.area(),
        AuditWords.act(entry.act()),
        entry.about(),
        entry.purpose(),
        entry.caseNumber() == null ? "" : entry.caseNumber(),
        String.join(" ", entry.subjects().stream().map(String::valueOf).toList()),
        entry.refused() == null ? "" : entry.refused(),
        String.valueOf(entry.stream()),
        String.valueOf(entry.seq()));
  }

  /** Somebody read data of a person: when, in which post, what for. */
  public record Looked(Instant at, String post, String purpose, @Nullable String caseNumber) {}

  /** The latest looks at these numbers of one person, by posts of the areas in the scope. */
  @Transactional
  public List<Looked> looksAt(List<Long> subjects) {
    entries.openScope();
    return entries.looks(subjects, ActKind.READ_RESIDENT.name(), PAGE).stream()
        .map(
            entry -> new Looked(entry.at(), entry.postTitle(), entry.purpose(), entry.caseNumber()))
        .toList();
  }

  private static void require() {
    boolean may = Actor.current() instanceof Actor.Official official && official.readsAudit();
    if (!may) {
      throw new Refusal(Refusal.Kind.RIGHTS, "没有打开。您现在的岗位不能查阅审计记录。", "需要时请找审计管理岗查阅。");
    }
  }
}
