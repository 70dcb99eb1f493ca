package org.zhengling.platform.clauses;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.engine.time.YearTable;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.clauses.store.HolidayTables;

/**
 * The working calendar in force: tables that came with the program, corrected and continued by
 * people as each year's notice appears.
 */
@Component
public class Calendars {
  private static final String HEADER = "date,kind,name,notice_year\n";

  private final HolidayTables tables;
  private final InstantSource clock;
  private final AtomicReference<Edition> edition =
      new AtomicReference<>(new Edition("", new WorkingCalendar(List.of())));

  private final Audit audit;
  private final ApplicationEventPublisher events;

  Calendars(
      HolidayTables tables, InstantSource clock, Audit audit, ApplicationEventPublisher events) {
    this.audit = audit;
    this.events = events;
    this.tables = tables;
    this.clock = clock;
  }

  private record Edition(String version, WorkingCalendar calendar) {}

  /** The tables that are shipped, 2007 to 2026. */
  public static List<YearTable> shipped() {
    try (InputStream resource = WorkingCalendar.class.getResourceAsStream("holidays.csv")) {
      byte[] bytes = Objects.requireNonNull(resource, "holidays.csv").readAllBytes();
      return YearTable.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the program file is damaged", e);
    }
  }

  @PostConstruct
  void putShipped() {
    for (YearTable table : shipped()) {
      String notice = "国务院办公厅关于" + table.year() + "年部分节假日安排的通知";
      tables.insertMissing(table.year(), notice, lines(table), clock.instant());
    }
  }

  /** As of now; a table that anyone edits counts from the next call on. */
  public WorkingCalendar current() {
    String version = tables.version();
    Edition known = edition.get();
    if (known.version().equals(version)) {
      return known.calendar();
    }
    Edition fresh = new Edition(version, new WorkingCalendar(years()));
    edition.set(fresh);
    return fresh.calendar();
  }

  /** Of the tables as they are now; another after any of them changed, by whichever server. */
  public String version() {
    return tables.version();
  }

  /** All tables, oldest first. */
  public List<YearTable> years() {
    return tables.all().stream().map(Calendars::table).toList();
  }

  /**
   * Replaces or adds the table of a year.
   *
   * @param days a line for each day the notice names: {@code 2027-01-01 放假 元旦} or {@code
   *     2027-01-03,work,元旦}
   */
  @Transactional
  public void edit(int year, String notice, String days, long person) {
    YearTable table = HolidayNotice.read(year, notice, days);
    List<YearTable> others = new ArrayList<>(years());
    others.removeIf(other -> other.year() == year);
    others.add(table);
    try {
      // Two notices may name the same day, never differently.
      new WorkingCalendar(others);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有保存。这份安排和相邻年份的安排对同一天说法不同。", "请核对两份通知的跨年日期。");
    }
    tables.put(year, notice, lines(table), person, clock.instant());
    events.publishEvent(new CalendarChanged(year));
    audit.record(Act.of(ActKind.EDIT_CALENDAR, year + " 年，" + notice).carrying(lines(table)));
  }

  private static YearTable table(HolidayTables.Row row) {
    List<YearTable.Day> days =
        YearTable.parse(HEADER + row.days()).stream()
            .flatMap(table -> table.days().stream())
            .toList();
    return new YearTable(row.year(), row.notice(), days);
  }

  private static String lines(YearTable table) {
    return table.days().stream()
        .map(day -> HolidayNotice.line(table.year(), day))
        .collect(Collectors.joining("\n"));
  }
}
