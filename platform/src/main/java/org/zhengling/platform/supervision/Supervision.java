package org.zhengling.platform.supervision;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.access.UnitDirectory;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.clauses.Amendment;
import org.zhengling.platform.clauses.ClausesEnded;
import org.zhengling.platform.clauses.DocumentPublished;
import org.zhengling.platform.supervision.store.Tasks;

/**
 * Keeps the tasks of the gazette: made when a document is published, split to areas, reported on.
 */
@Component
public class Supervision {
  private static final int LONGEST_NOTE = 2000;

  private final Tasks tasks;
  private final AreaDirectory areas;
  private final UnitDirectory units;
  private final BusinessDay day;
  private final InstantSource clock;

  private final Audit audit;

  Supervision(
      Tasks tasks,
      AreaDirectory areas,
      UnitDirectory units,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.audit = audit;
    this.tasks = tasks;
    this.areas = areas;
    this.units = units;
    this.day = day;
    this.clock = clock;
  }

  /** In the transaction of the publication: tasks appear with their document or not at all. */
  @EventListener
  void published(DocumentPublished document) {
    int position = 0;
    for (OrderedTask task : document.tasks()) {
      position++;
      tasks.put(document, task, position);
      Map<String, String> unitByArea = assignments(task);
      unitByArea.forEach((area, unit) ->
          tasks.assign(
              task.id(), area, unit, Tasks.Origin.ORDER, document.inForceFrom(), clock.instant()));
      tasks.endUnnamed(
          task.id(),
          unitByArea.keySet(),
          document.inForceFrom(),
          ground(document),
          clock.instant());
    }
    tasks.endOthers(document, ground(document), clock.instant());
  }

  private static String ground(DocumentPublished document) {
    return document.number() + " 第 " + document.edition() + " 版不再列出";
  }

  /** In the transaction of the publication: a task ends with its clause and on the same ground. */
  @EventListener
  void ended(ClausesEnded ended) {
    for (Tasks.Running task : tasks.ofCurrentEdition(ended.document())) {
      Optional<Amendment> ending =
          ended.endings().stream().filter(one -> covers(one, task.clause())).findFirst();
      tasks.setEnding(
          task,
          ending.map(Amendment::startsOn).orElse(null),
          ending.map(one -> one.document() + " " + one.clause() + "废止").orElse(""),
          day.today(),
          clock.instant());
    }
  }

  private static boolean covers(Amendment ending, String clause) {
    return ending.targetPath().isEmpty()
        || new ClausePath(ending.targetPath()).covers(new ClausePath(clause));
  }

  /** The lead answers for the city; a collective name among the units gives every area its part. */
  private Map<String, String> assignments(OrderedTask task) {
    Map<String, String> unitByArea = new LinkedHashMap<>();
    unitByArea.put(areas.city().code(), String.join("、", task.lead()));
    for (List<String> names : List.of(task.lead(), task.responsible())) {
      for (String name : names) {
        units.areasOf(name).forEach(area -> unitByArea.putIfAbsent(area.code(), government(area)));
      }
    }
    return unitByArea;
  }

  private static String government(AreaDirectory.Area area) {
    return switch (area.level()) {
      case ZONE -> area.name() + "管委会";
      case CITY, COUNTY, TOWNSHIP, VILLAGE -> area.name() + "政府";
    };
  }

  /** Gives a task to every county and zone that does not have it yet. */
  @Transactional
  public void splitToCounties(String task) {
    if (!tasks.ids(day.today()).contains(task)) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有分解。没有这项任务。", "请从任务清单里重新打开它。");
    }
    for (AreaDirectory.Area area : areas.countiesAndZones()) {
      tasks.assign(
          task, area.code(), government(area), Tasks.Origin.SPLIT, day.today(), clock.instant());
    }
    audit.record(Act.of(ActKind.SPLIT_TASK, "任务 " + task));
  }

  /**
   * Adds a report; earlier ones stay.
   *
   * @param percent 0 to 100
   * @param note what was done or what is missing, at most 2000 characters; required below 100 %
   */
  @Transactional
  public void report(long assignment, int percent, String note, SignedIn by) {
    String area =
        tasks
            .areaOf(assignment, day.today())
            .orElseThrow(() ->
                new Refusal(Refusal.Kind.ABSENT, "没有保存。没有这项任务，或它不在您的区划内。", "请从“我的工作”里重新打开它。"));
    if (percent < 0 || percent > 100) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有保存。完成率 " + percent + "% 不在 0 到 100 之间。", "请改成 0 到 100 的整数。");
    }
    if (percent < 100 && note.isBlank()) {
      throw new Refusal(Refusal.Kind.CALLER, "没有保存。还没办完的任务要写明情况。", "请写一句进展或困难，再提交。");
    }
    int length = note.strip().codePointCount(0, note.strip().length());
    if (length > LONGEST_NOTE) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有保存。情况说明有 " + length + " 个字，最多 " + LONGEST_NOTE + " 个字。",
          "请写短一些，再提交。");
    }
    Progress progress = new Progress(percent, day.today());
    tasks.report(
        assignment,
        area,
        progress,
        note.strip(),
        clock.instant(),
        by.personId(),
        by.post().title(),
        false);
    audit.record(
        Act.of(ActKind.REPORT_PROGRESS, "第 " + assignment + " 项分工，" + percent + "%")
            .carrying(note.strip()));
  }

  /** An invented report for a demonstration, on any earlier day. */
  public record SampleReport(long assignment, String area, Progress progress, String note) {}

  /** Adds invented reports; they stay marked as samples. */
  @Transactional
  public void addSamples(List<SampleReport> reports, SignedIn by) {
    for (SampleReport one : reports) {
      tasks.report(
          one.assignment(),
          one.area(),
          one.progress(),
          one.note(),
          clock.instant(),
          by.personId(),
          "示例岗位",
          true);
    }
    audit.record(Act.of(ActKind.REPORT_PROGRESS, "示例填报 " + reports.size() + " 条"));
  }
}
