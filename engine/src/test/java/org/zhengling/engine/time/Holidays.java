package org.zhengling.engine.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shipped table, read once from the class path. */
final class Holidays {
  static final String CSV = read();
  static final WorkingCalendar CALENDAR = new WorkingCalendar(YearTable.parse(CSV));

  private Holidays() {}

  private static String read() {
    try (var in = YearTable.class.getResourceAsStream("holidays.csv")) {
      if (in == null) {
        throw new IllegalStateException("No holidays.csv. Maybe run scripts/HolidayTable.java");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
