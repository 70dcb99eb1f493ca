import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes the table of holidays and make-up working days that the engine ships, from a folder of CSV
 * files with the header {@code date,kind,name,notice_year}. Run in the project root: {@code java
 * scripts/HolidayTable.java FOLDER}. The same folder gives the same file.
 */
final class HolidayTable {
  private static final String HEADER = "date,kind,name,notice_year";
  private static final Path TARGET =
      Path.of("engine/src/main/resources/org/zhengling/engine/time/holidays.csv");
  private static final List<String> SOURCE =
      List.of(
          "# 国务院办公厅关于各年部分节假日安排的通知（%s—%s年）",
          "# Facts of these notices, compiled by NateScarlet/holiday-cn (MIT); written by scripts/HolidayTable.java");

  private HolidayTable() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("Usage: java scripts/HolidayTable.java FOLDER");
      System.exit(2);
    }
    var rows = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(Path.of(arguments[0]), "*.csv")) {
      for (Path file : files) {
        List<String> lines = Files.readAllLines(file);
        if (!lines.getFirst().equals(HEADER)) {
          throw new IllegalArgumentException(file + " begins " + lines.getFirst() + ", not " + HEADER);
        }
        for (String line : lines.subList(1, lines.size())) {
          if (rows.put(line.substring(0, 10), line) != null) {
            throw new IllegalArgumentException("Named twice: " + line);
          }
        }
      }
    }
    var sorted = new ArrayList<>(rows.values());
    sorted.sort(Comparator.comparing(HolidayTable::noticeYear));
    var text = new ArrayList<String>();
    text.add(SOURCE.getFirst().formatted(noticeYear(sorted.getFirst()), noticeYear(sorted.getLast())));
    text.add(SOURCE.getLast());
    text.add(HEADER);
    text.addAll(sorted);
    Files.createDirectories(TARGET.getParent());
    Files.writeString(TARGET, String.join("\n", text) + "\n");
    System.out.println(TARGET + ": " + sorted.size() + " days");
  }

  private static String noticeYear(String row) {
    return row.substring(row.lastIndexOf(',') + 1);
  }
}
