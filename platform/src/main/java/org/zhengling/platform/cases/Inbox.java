package org.zhengling.platform.cases;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.WorkGroup;
import org.zhengling.platform.cases.store.InboxViews;
import org.zhengling.platform.cases.store.InboxViews.Desk;
import org.zhengling.platform.cases.store.InboxViews.Filter;
import org.zhengling.platform.clauses.Calendars;

/**
 * Open cases by clock: those with a last day first, the earliest on top, then those without, then
 * those that stand still. A page begins after the last line of the one before, so that cases which
 * come or go meanwhile shift nothing.
 */
@Component
public class Inbox {
  private static final int SOON_DAYS = 5;

  private final InboxViews views;
  private final CaseClocks clocks;
  private final Calendars calendars;
  private final AreaDirectory areas;
  private final CurrentPost current;
  private final BusinessDay day;

  Inbox(
      InboxViews views,
      CaseClocks clocks,
      Calendars calendars,
      AreaDirectory areas,
      CurrentPost current,
      BusinessDay day) {
    this.views = views;
    this.clocks = clocks;
    this.calendars = calendars;
    this.areas = areas;
    this.current = current;
    this.day = day;
  }

  /** Whose cases. */
  public enum Whose {
    /** On the desk of the post in use. */
    MINE,
    /** Every one of the scope. */
    ALL
  }

  /**
   * What is listed.
   *
   * @param procedure slug; absent for all
   * @param area a node of the tree, its cases alone; absent for all
   * @param group absent for all
   */
  public record Question(
      Whose whose, @Nullable String procedure, @Nullable String area, @Nullable WorkGroup group) {
    public static Question mine() {
      return new Question(Whose.MINE, null, null, null);
    }
  }

  /** A case in the list; the clock is the one that ends first, absent where none runs. */
  public record Line(CaseFile caseFile, WorkGroup group, @Nullable CaseClock clock) {}

  /** The place after a line: 0.2020-12-18.123. */
  public record Place(int dueClass, LocalDate dueOn, long id) {
    static final Place TOP = new Place(-1, LocalDate.of(1900, 1, 1), 0);

    /** Refuses what is no place. */
    public static Place of(String text) {
      String[] parts = text.split("\\.", 3);
      try {
        return new Place(
            Integer.parseInt(parts[0]), LocalDate.parse(parts[1]), Long.parseLong(parts[2]));
      } catch (RuntimeException e) {
        throw new Refusal(Refusal.Kind.CALLER, "没有这一页。", "请从第一页打开。");
      }
    }

    @Override
    public String toString() {
      return dueClass + "." + dueOn + "." + id;
    }
  }

  /** Some lines, and the place where the next page begins; absent on the last. */
  public record Page(List<Line> lines, @Nullable Place next) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /** The lines after a place; null begins at the top. */
  @Transactional(readOnly = true)
  public Page page(Question question, @Nullable Place after, int size) {
    List<InboxViews.Row> rows =
        views.page(filter(question), after == null ? Place.TOP : after, size + 1);
    boolean more = rows.size() > size;
    List<InboxViews.Row> shown = more ? rows.subList(0, size) : rows;
    Map<Long, List<CaseClock>> clocksByCase =
        clocks.of(shown.stream().map(row -> row.caseFile().id()).toList());
    Days days = days();
    List<Line> lines =
        shown.stream()
            .map(row ->
                new Line(
                    row.caseFile(),
                    days.group(row.place()),
                    first(clocksByCase.getOrDefault(row.caseFile().id(), List.of()))))
            .toList();
    return new Page(lines, more ? shown.getLast().place() : null);
  }

  /** How many cases each group holds, whichever group the question names. */
  public Map<WorkGroup, Long> counts(Question question) {
    Days days = days();
    Filter all =
        filter(new Question(question.whose(), question.procedure(), question.area(), null));
    Map<WorkGroup, Long> counts = new EnumMap<>(WorkGroup.class);
    views.counts(all, days.today(), days.soon()).forEach(counts::put);
    return counts;
  }

  private Filter filter(Question question) {
    Post post = current.require().post();
    Desk desk = question.whose() == Whose.MINE ? desk(post) : null;
    WorkGroup group = question.group();
    return new Filter(
        desk, question.procedure(), question.area(), group == null ? null : days().range(group));
  }

  /** What lies there is theirs to do, and what waits for their opinion. */
  private static Desk desk(Post post) {
    String opinions = post.may(Permission.GIVE_OPINION) ? post.areaCode() : null;
    return new Desk(post.areaCode(), post.kind(), post.id(), opinions, post.department());
  }

  /** The clock that gives the case its place. */
  private static @Nullable CaseClock first(List<CaseClock> all) {
    return all.stream()
        .filter(CaseClock::runs)
        .min(
            Comparator.comparing(
                one -> due(one).orElse(null), Comparator.nullsLast(Comparator.naturalOrder())))
        .orElse(null);
  }

  private static Optional<LocalDate> due(CaseClock clock) {
    return clock.reading().due() instanceof DueDay.Settled(LocalDate last)
        ? Optional.of(last)
        : Optional.empty();
  }

  /** Name of the area a case belongs to, from the county down. */
  public String areaName(CaseFile file) {
    return areas.path(file.area()).stream()
        .skip(1)
        .map(AreaDirectory.Area::name)
        .reduce((above, below) -> above + " " + below)
        .orElse(areas.city().name());
  }

  private Days days() {
    return new Days(day.today(), soon(calendars.current(), day.today()));
  }

  /** The fifth working day from today, or the last day of the years that are loaded. */
  private static LocalDate soon(WorkingCalendar calendar, LocalDate today) {
    LocalDate date = today;
    int left = SOON_DAYS;
    while (left > 0 && calendar.covers(date.plusDays(1).getYear())) {
      date = date.plusDays(1);
      left -= calendar.isWorkingDay(date) ? 1 : 0;
    }
    return date;
  }

  private record Days(LocalDate today, LocalDate soon) {
    WorkGroup group(Place place) {
      if (place.dueClass() != 0) {
        return place.dueClass() == 2 ? WorkGroup.SUSPENDED : WorkGroup.NO_DAY;
      }
      if (place.dueOn().isBefore(today)) {
        return WorkGroup.OVERDUE;
      }
      if (place.dueOn().equals(today)) {
        return WorkGroup.TODAY;
      }
      return place.dueOn().isAfter(soon) ? WorkGroup.LATER : WorkGroup.SOON;
    }

    /** From and to, both within. */
    InboxViews.Range range(WorkGroup group) {
      LocalDate first = Place.TOP.dueOn();
      LocalDate last = InboxViews.NO_DAY;
      return switch (group) {
        case OVERDUE -> new InboxViews.Range(0, first, today.minusDays(1));
        case TODAY -> new InboxViews.Range(0, today, today);
        case SOON -> new InboxViews.Range(0, today.plusDays(1), soon);
        case LATER -> new InboxViews.Range(0, soon.plusDays(1), last);
        case NO_DAY -> new InboxViews.Range(1, first, last);
        case SUSPENDED -> new InboxViews.Range(2, first, last);
      };
    }
  }
}
