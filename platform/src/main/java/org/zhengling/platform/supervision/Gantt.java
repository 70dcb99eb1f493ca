package org.zhengling.platform.supervision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengling.engine.time.Deadline;

/**
 * When the tasks of each document run, on one axis of days.
 *
 * @param first first day of the axis, the first of a month
 * @param last last day of the axis
 * @param bars ordered by document, those with a last day first
 */
public record Gantt(LocalDate first, LocalDate last, LocalDate today, List<Bar> bars) {
  private static final int PERMILLE = 1000;

  public Gantt {
    bars = List.copyOf(bars);
  }

  /**
   * Tasks of one document that run from the same day to the same day.
   *
   * @param open true when there is no last day: the bar ends with the axis
   */
  public record Bar(
      String document,
      LocalDate from,
      LocalDate to,
      boolean open,
      List<SupervisedTask> tasks,
      State worst) {
    public Bar {
      tasks = List.copyOf(tasks);
    }
  }

  private record Stretch(String document, LocalDate from, LocalDate to, boolean open) {}

  /** Groups the tasks of a board. */
  public static Gantt of(Board board, LocalDate today) {
    LocalDate first =
        board.rows().stream()
            .map(row -> row.task().startsOn())
            .min(Comparator.naturalOrder())
            .filter(day -> day.isBefore(today))
            .orElse(today)
            .withDayOfMonth(1);
    LocalDate last = lastDay(board, today);
    Map<Stretch, List<Board.Row>> grouped = new LinkedHashMap<>();
    for (Board.Row row : board.rows()) {
      grouped.computeIfAbsent(stretch(row.task(), last), key -> new ArrayList<>()).add(row);
    }
    List<Bar> bars = new ArrayList<>();
    grouped.forEach((stretch, rows) ->
        bars.add(
            new Bar(
                stretch.document(),
                stretch.from(),
                stretch.to(),
                stretch.open(),
                rows.stream().map(Board.Row::task).toList(),
                worst(rows))));
    bars.sort(Comparator.comparing(Bar::open).thenComparing(Bar::from).thenComparing(Bar::to));
    List<String> documents =
        board.rows().stream().map(row -> row.task().document()).distinct().toList();
    // The sort is stable: the order inside a document stays.
    bars.sort(Comparator.comparingInt(bar -> documents.indexOf(bar.document())));
    return new Gantt(first, last, today, bars);
  }

  /** The end of the year of the last deadline, at least one year ahead. */
  private static LocalDate lastDay(Board board, LocalDate today) {
    LocalDate farthest = today.plusYears(1);
    for (Board.Row row : board.rows()) {
      LocalDate end =
          switch (row.task().deadline()) {
            case Deadline.By(LocalDate day) -> day;
            case Deadline.Span(LocalDate from, LocalDate day) -> day;
            case Deadline.Onward(LocalDate day) -> day;
            case Deadline.Recurring recurring -> farthest;
            case Deadline.Relative relative -> farthest;
            case Deadline.Continuing continuing -> farthest;
            case Deadline.None none -> farthest;
          };
      farthest = end.isAfter(farthest) ? end : farthest;
    }
    return LocalDate.of(farthest.getYear(), 12, 31);
  }

  private static Stretch stretch(SupervisedTask task, LocalDate axisEnd) {
    String document = task.document();
    return switch (task.deadline()) {
      case Deadline.By(LocalDate day) ->
          new Stretch(document, earlier(task.startsOn(), day), day, false);
      case Deadline.Span(LocalDate from, LocalDate day) -> new Stretch(document, from, day, false);
      // "From 2019 on" in an order of 2020 is simply open.
      case Deadline.Onward(LocalDate day) ->
          day.isAfter(task.startsOn())
              ? new Stretch(document, day, axisEnd, true)
              : open(task, axisEnd);
      case Deadline.Recurring recurring -> open(task, axisEnd);
      case Deadline.Relative relative -> open(task, axisEnd);
      case Deadline.Continuing continuing -> open(task, axisEnd);
      case Deadline.None none -> open(task, axisEnd);
    };
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Stretch open(SupervisedTask task, LocalDate axisEnd) {
    return new Stretch(task.document(), task.startsOn(), axisEnd, true);
  }

  private static State worst(List<Board.Row> rows) {
    return rows.stream()
        .flatMap(row -> row.worst().stream())
        .map(Light::state)
        .min(Comparator.naturalOrder())
        .orElse(State.NOT_STARTED);
  }

  /** Where a day stands on the axis, in thousandths of its length, the axis' ends included. */
  public int at(LocalDate day) {
    long whole = ChronoUnit.DAYS.between(first, last);
    long gone = Math.clamp(ChronoUnit.DAYS.between(first, day), 0, whole);
    return Math.toIntExact(gone * PERMILLE / whole);
  }

  /** First days of the quarters on the axis, for its labels. */
  public List<LocalDate> quarters() {
    List<LocalDate> quarters = new ArrayList<>();
    LocalDate day = Quarter.startOf(first);
    while (!day.isAfter(last)) {
      if (!day.isBefore(first)) {
        quarters.add(day);
      }
      day = day.plusMonths(3);
    }
    return quarters;
  }
}
