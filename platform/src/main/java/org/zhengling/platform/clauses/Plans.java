package org.zhengling.platform.clauses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.time.DeadlineCode;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.UnitDirectory;
import org.zhengling.platform.clauses.PublishPlan.Change;
import org.zhengling.platform.clauses.PublishPlan.County;
import org.zhengling.platform.clauses.PublishPlan.TaskChange;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.store.EditionViews;
import org.zhengling.platform.clauses.store.Publications;
import org.zhengling.platform.keys.Sm3;

/** Works out what publishing a draft would do. */
@Component
class Plans {
  private final Publications publications;
  private final EditionViews editions;
  private final UnitDirectory units;

  Plans(Publications publications, EditionViews editions, UnitDirectory units) {
    this.publications = publications;
    this.editions = editions;
    this.units = units;
  }

  PublishPlan of(Draft draft) {
    List<PublishPlan.DocumentPlan> documents = new ArrayList<>();
    for (DraftDocument document : draft.kept()) {
      documents.add(document(document));
    }
    int events = draft.file().publishedAt() == null ? draft.chronicle().size() : 0;
    return new PublishPlan(documents, draft.waiting(), draft.obstacles(), events);
  }

  private PublishPlan.DocumentPlan document(DraftDocument draft) {
    OfficialDocument document = draft.document();
    Publications.Latest latest = publications.latest(draft.key());
    boolean same = latest.edition() > 0 && latest.digest().equals(digest(draft));
    Change change = same ? Change.UNCHANGED : latest.edition() == 0 ? Change.NEW : Change.EDITION;
    List<PublishedTask> before =
        latest.edition() == 0 ? List.of() : editions.tasks(draft.key(), latest.edition());
    return new PublishPlan.DocumentPlan(
        draft.key(),
        document,
        change,
        same ? latest.edition() : latest.edition() + 1,
        counties(document.tasks()),
        (int) document.tasks().stream().filter(task -> task.lead().isEmpty()).count(),
        draft.amendments(),
        same ? List.of() : running(before, document.tasks()));
  }

  private List<County> counties(List<OrderedTask> tasks) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (OrderedTask task : tasks) {
      areas(task.lead(), task.responsible()).forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    return counts.entrySet().stream().map(one -> new County(one.getKey(), one.getValue())).toList();
  }

  private Set<String> areas(List<String> lead, List<String> responsible) {
    return Stream.concat(lead.stream(), responsible.stream())
        .flatMap(name -> units.areasOf(name).stream())
        .map(AreaDirectory.Area::shortName)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Task by task what a new edition does to those that are running. */
  private List<TaskChange> running(List<PublishedTask> before, List<OrderedTask> after) {
    Map<String, OrderedTask> now =
        after.stream()
            .collect(Collectors.toMap(OrderedTask::id, Function.identity(), (one, other) -> one));
    List<TaskChange> changes = new ArrayList<>();
    for (PublishedTask old : before) {
      OrderedTask task = now.remove(old.id());
      if (task == null) {
        changes.add(new TaskChange(old.id(), old.title(), "终止：新版不再列出，填报记录保留"));
      } else {
        List<String> words = differences(old, task);
        if (!words.isEmpty()) {
          changes.add(new TaskChange(old.id(), task.text(), String.join("；", words)));
        }
      }
    }
    if (!before.isEmpty()) {
      now.values().forEach(one -> changes.add(new TaskChange(one.id(), one.text(), "新增")));
    }
    return changes;
  }

  private List<String> differences(PublishedTask old, OrderedTask task) {
    List<String> words = new ArrayList<>();
    if (!old.title().equals(task.text())) {
      words.add("内容原为“" + old.title() + "”");
    }
    if (!old.lead().equals(task.lead())) {
      words.add("牵头单位 " + names(old.lead()) + " → " + names(task.lead()));
    }
    if (!old.responsible().equals(task.responsible())) {
      words.add("责任单位 " + names(old.responsible()) + " → " + names(task.responsible()));
    }
    if (!old.deadline().equals(task.deadline())) {
      words.add(
          "时限 " + DeadlineWords.of(old.deadline()) + " → " + DeadlineWords.of(task.deadline()));
    }
    Set<String> lost = areas(old.lead(), old.responsible());
    lost.removeAll(areas(task.lead(), task.responsible()));
    if (!lost.isEmpty()) {
      words.add(String.join("、", lost) + "不再办理，填报记录保留");
    }
    return words;
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "由督查室指派" : String.join("、", names);
  }

  /**
   * Of what makes an edition: words, dates, units, deadlines, figures and what it does to others;
   * not where they stand nor how surely they were read.
   */
  static String digest(DraftDocument draft) {
    OfficialDocument document = draft.document();
    StringBuilder content = new StringBuilder(document.title());
    content.append('\n').append(document.dateWritten()).append(' ').append(document.datePrinted());
    for (Clause clause : document.clauses()) {
      content.append('\n').append(List.of(clause.path(), clause.heading(), clause.text()));
    }
    for (OrderedTask task : document.tasks()) {
      String deadline = DeadlineCode.print(task.deadline());
      content
          .append('\n')
          .append(List.of(task.id(), task.text(), task.lead(), task.responsible(), deadline));
    }
    for (Indicator one : document.indicators()) {
      content
          .append('\n')
          .append(List.of(one.id(), one.name(), one.comparator(), one.value(), one.unit()))
          .append(one.high())
          .append(one.by())
          .append(one.forWhom());
    }
    for (Reference one : document.references()) {
      content
          .append('\n')
          .append(List.of(one.from(), one.title(), one.number(), one.target(), one.effect()));
    }
    for (Amendment one : draft.amendments()) {
      content
          .append('\n')
          .append(List.of(one.clause(), one.targetDocument(), one.targetPath(), one.effect()))
          .append(one.startsOn())
          .append(one.newWords());
    }
    return Sm3.hex(content.toString());
  }
}
