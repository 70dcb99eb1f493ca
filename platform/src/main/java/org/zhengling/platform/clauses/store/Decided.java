package org.zhengling.platform.clauses.store;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.clauses.draft.Edit;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.clauses.draft.Verdict;

/** Decisions on the items of drafts; each stays. */
@Repository
public class Decided {
  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Decided(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** The newest decision on each item of an import. */
  public List<Edit> newest(long importId) {
    return edits(
        """
        select d.kind, d.item, d.revision, d.verdict, d.editor, d.decided_at, v.field, v.value
        from clauses.draft_decision d
        left join clauses.draft_value v using (import, kind, item, revision)
        where d.import = :import
          and d.revision = (select max(n.revision) from clauses.draft_decision n
                            where n.import = d.import and n.kind = d.kind and n.item = d.item)
        order by d.kind, d.item, v.field, v.position
        """,
        importId,
        null);
  }

  /** Every decision on one item, the newest first. */
  public List<Edit> history(long importId, ItemKey key) {
    return edits(
        """
        select d.kind, d.item, d.revision, d.verdict, d.editor, d.decided_at, v.field, v.value
        from clauses.draft_decision d
        left join clauses.draft_value v using (import, kind, item, revision)
        where d.import = :import and d.kind = :kind and d.item = :item
        order by d.revision desc, v.field, v.position
        """,
        importId,
        key);
  }

  private List<Edit> edits(String sql, long importId, @Nullable ItemKey key) {
    Map<String, Edit> heads = new LinkedHashMap<>();
    Map<String, Map<String, List<String>>> values = new LinkedHashMap<>();
    jdbc.sql(sql)
        .param("import", importId)
        .params(key == null ? Map.of() : Map.of("kind", key.kind().name(), "item", key.id()))
        .query(row -> {
          ItemKey item =
              new ItemKey(ItemKind.valueOf(row.getString("kind")), row.getString("item"));
          int revision = row.getInt("revision");
          String one = item.text() + " " + revision;
          heads.putIfAbsent(
              one,
              new Edit(
                  item,
                  revision,
                  verdict(row.getString("verdict")),
                  row.getString("editor"),
                  row.getTimestamp("decided_at").toInstant()));
          Map<String, List<String>> fields =
              values.computeIfAbsent(one, _ -> new LinkedHashMap<>());
          if (row.getString("field") != null) {
            fields
                .computeIfAbsent(row.getString("field"), _ -> new ArrayList<>())
                .add(row.getString("value"));
          }
        });
    List<Edit> edits = new ArrayList<>();
    heads.forEach((one, head) -> edits.add(whole(head, values.getOrDefault(one, Map.of()))));
    return edits;
  }

  /** The verdict of a row; a correction gets its fields afterwards. */
  private static Verdict verdict(String word) {
    return switch (word) {
      case "DROPPED" -> new Verdict.Dropped();
      case "REOPENED" -> new Verdict.Reopened();
      default -> new Verdict.Confirmed();
    };
  }

  private static Edit whole(Edit head, Map<String, List<String>> fields) {
    if (fields.isEmpty()) {
      return head;
    }
    Verdict corrected =
        new Verdict.Corrected(new CorrectionFields(fields).correction(head.item().kind()));
    return new Edit(head.item(), head.revision(), corrected, head.editor(), head.at());
  }

  /**
   * Adds a decision.
   *
   * @param edit its revision is one more than what its maker has seen
   * @return false when somebody else decided meanwhile; then nothing is written
   */
  public boolean add(long importId, Edit edit, long person) {
    int added =
        jdbc.sql(
                """
                insert into clauses.draft_decision
                  (import, kind, item, revision, verdict, decided_by, editor, decided_at)
                select :import, :kind, :item, :revision, :verdict, :person, :editor,
                       cast(:at as timestamptz)
                where :revision = 1 + (select coalesce(max(revision), 0) from clauses.draft_decision
                                       where import = :import and kind = :kind and item = :item)
                on conflict (import, kind, item, revision) do nothing
                """)
            .param("import", importId)
            .param("kind", edit.item().kind().name())
            .param("item", edit.item().id())
            .param("revision", edit.revision())
            .param("verdict", word(edit.verdict()))
            .param("person", person)
            .param("editor", edit.editor())
            .param("at", Timestamp.from(edit.at()))
            .update();
    if (added == 1 && edit.verdict() instanceof Verdict.Corrected(var correction)) {
      addValues(importId, edit, CorrectionFields.of(correction));
    }
    return added == 1;
  }

  private void addValues(long importId, Edit edit, Map<String, List<String>> fields) {
    List<Object[]> rows = new ArrayList<>();
    fields.forEach((field, several) -> {
      int position = 0;
      for (String value : several) {
        position++;
        rows.add(
            new Object[] {
              importId,
              edit.item().kind().name(),
              edit.item().id(),
              edit.revision(),
              field,
              position,
              value
            });
      }
    });
    batch.batchUpdate(
        """
        insert into clauses.draft_value (import, kind, item, revision, field, position, value)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Confirmed confirmed -> "CONFIRMED";
      case Verdict.Dropped dropped -> "DROPPED";
      case Verdict.Corrected corrected -> "CORRECTED";
      case Verdict.Reopened reopened -> "REOPENED";
    };
  }
}
