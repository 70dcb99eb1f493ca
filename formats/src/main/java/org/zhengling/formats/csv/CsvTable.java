package org.zhengling.formats.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as CSV (RFC 4180), UTF-8 with a mark at its beginning, so that spreadsheets read Chinese.
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay
 * numbers.
 */
public final class CsvTable {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,9})?");

  /** What begins a formula, also in full width, and what a spreadsheet skips before it looks. */
  private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠|";

  private CsvTable() {}

  /** Every row has as many cells as the head. */
  public static byte[] write(List<String> head, List<List<String>> rows) {
    StringBuilder text = new StringBuilder("\uFEFF");
    line(text, head);
    for (List<String> row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException(row.size() + " cells under " + head.size() + " heads");
      }
      line(text, row);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    text.append("\r\n");
  }

  private static String cell(String value) {
    String harmless = formula(value) ? "'" + value : value;
    boolean quoted = harmless.chars().anyMatch(one -> ",\"\r\n".indexOf(one) >= 0);
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  private static boolean formula(String value) {
    String seen = value.stripLeading();
    boolean dangerous =
        (!value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0)
            || (!seen.isEmpty() && DANGEROUS.indexOf(seen.charAt(0)) >= 0);
    return dangerous && !NUMBER.matcher(value).matches();
  }
}
