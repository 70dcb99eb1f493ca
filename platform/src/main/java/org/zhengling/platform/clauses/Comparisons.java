package org.zhengling.platform.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.platform.clauses.comparison.Comparison;
import org.zhengling.platform.clauses.comparison.Comparison.Entry;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.store.EditionViews;

/** Compares two readings of a document: editions, drafts, or one with the other. */
@Component
public class Comparisons {
  private static final Pattern EDITION = Pattern.compile("e(\\d{1,6})");
  private static final Pattern DRAFT = Pattern.compile("d(\\d{1,12})");

  private final Gazettes gazettes;
  private final EditionViews views;

  Comparisons(Gazettes gazettes, EditionViews views) {
    this.gazettes = gazettes;
    this.views = views;
  }

  /** A reading that can be chosen: e2 is edition 2, d7 the draft of import 7. */
  public record Reading(String code, String name) {}

  /** The editions of a document, and every import: the document may be in it. */
  public List<Reading> readings(String number) {
    List<Reading> readings = new ArrayList<>();
    for (EditionHead edition : views.editions(number)) {
      readings.add(
          new Reading(
              "e" + edition.edition(),
              "已发布第 " + edition.edition() + " 版（" + edition.inForceFrom() + " 起）"));
    }
    for (ImportedFile file : gazettes.files()) {
      readings.add(
          new Reading("d" + file.id(), "第 " + file.id() + " 号导入的草稿（" + file.fileName() + "）"));
    }
    return readings;
  }

  /** What differs; a reading without this document is refused. */
  public Comparison between(String number, String old, String now) {
    return Comparison.between(entries(number, old), entries(number, now));
  }

  private List<Entry> entries(String number, String code) {
    Matcher edition = EDITION.matcher(code);
    if (edition.matches()) {
      return published(number, Integer.parseInt(edition.group(1)));
    }
    Matcher draft = DRAFT.matcher(code);
    if (!draft.matches()) {
      throw new Refusal(Refusal.Kind.CALLER, "没有比较。没有这样的一次识别。", "请从两个列表里各选一个。");
    }
    long id = Long.parseLong(draft.group(1));
    Optional<DraftDocument> found =
        gazettes.draft(id).kept().stream().filter(one -> one.key().equals(number)).findFirst();
    return drafted(
        found.orElseThrow(() ->
            new Refusal(
                Refusal.Kind.ABSENT, "没有比较。第 " + id + " 号导入里没有 " + number + "。", "请选有这份文件的导入。")));
  }

  private List<Entry> published(String number, int edition) {
    List<Entry> entries = new ArrayList<>();
    EditionHead head =
        views.editions(number).stream()
            .filter(one -> one.edition() == edition)
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    Refusal.Kind.ABSENT, "没有比较。" + number + " 没有第 " + edition + " 版。", "请从列表里选。"));
    entries.add(new Entry("文件", "标题", "标题", head.title()));
    entries.add(new Entry("文件", "成文日期", "成文日期", String.valueOf(head.dateWritten())));
    for (PublishedClause one : views.clauses(number, edition)) {
      entries.add(clause(one.path(), one.heading(), one.body()));
    }
    for (PublishedTask one : views.tasks(number, edition)) {
      entries.add(
          task(one.id(), one.clause(), one.title(), one.lead(), one.responsible(), one.deadline()));
    }
    views
        .figures(number, edition)
        .forEach(one -> entries.add(new Entry("指标", one.id(), one.clause(), one.words())));
    return entries;
  }

  private static List<Entry> drafted(DraftDocument draft) {
    List<Entry> entries = new ArrayList<>();
    OfficialDocument document = draft.document();
    entries.add(new Entry("文件", "标题", "标题", document.title()));
    entries.add(new Entry("文件", "成文日期", "成文日期", String.valueOf(document.dateWritten())));
    document
        .clauses()
        .forEach(one -> entries.add(clause(one.path().text(), one.heading(), one.text())));
    for (OrderedTask one : document.tasks()) {
      entries.add(
          task(
              one.id(),
              one.clause().text(),
              one.text(),
              one.lead(),
              one.responsible(),
              one.deadline()));
    }
    document
        .indicators()
        .forEach(one ->
            entries.add(new Entry("指标", one.id(), one.clause().text(), FigureWords.of(one))));
    return entries;
  }

  private static Entry clause(String path, String heading, String body) {
    boolean both = !heading.isEmpty() && !body.isEmpty();
    return new Entry("条款", path, path, heading + (both ? "\n" : "") + body);
  }

  private static Entry task(
      String id,
      String clause,
      String title,
      List<String> lead,
      List<String> responsible,
      Deadline deadline) {
    String words =
        title
            + "（牵头单位："
            + (lead.isEmpty() ? "由督查室指派" : String.join("、", lead))
            + "；责任单位："
            + (responsible.isEmpty() ? "—" : String.join("、", responsible))
            + "；时限："
            + DeadlineWords.of(deadline)
            + "）";
    return new Entry("任务", id, clause, words);
  }
}
