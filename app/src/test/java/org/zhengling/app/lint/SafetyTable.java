package org.zhengling.app.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads docs/security.md: each row ends with the tests that prove it. */
final class SafetyTable {
  private static final String FILE = "docs/security.md";
  private static final int FEWEST_ROWS = 30;
  private static final int COLUMNS = 5;
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

  private SafetyTable() {}

  static List<String> faults(SourceTree tree) {
    if (!tree.has(FILE)) {
      return List.of();
    }
    List<String> faults = new ArrayList<>();
    int rows = 0;
    int number = 0;
    boolean inTable = false;
    for (String line : tree.text(FILE).lines().toList()) {
      number++;
      if (line.startsWith("|---")) {
        inTable = true;
      } else if (inTable && line.startsWith("|")) {
        rows++;
        for (String fault : row(tree, line)) {
          faults.add(FILE + ":" + number + ": " + fault);
        }
      } else {
        inTable = false;
      }
    }
    if (rows < FEWEST_ROWS) {
      faults.add(FILE + ": " + rows + " rows, at least " + FEWEST_ROWS);
    }
    return faults;
  }

  private static List<String> row(SourceTree tree, String line) {
    String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
    List<String> faults = new ArrayList<>();
    if (cells.length != COLUMNS) {
      faults.add(cells.length + " columns");
    }
    Matcher named = NAMED.matcher(cells[cells.length - 1]);
    int tests = 0;
    while (named.find()) {
      tests++;
      if (!isThere(tree, named.group(1), named.group(2))) {
        faults.add("no test " + named.group());
      }
    }
    if (tests == 0) {
      faults.add("names no test");
    }
    return faults;
  }

  private static boolean isThere(SourceTree tree, String type, String method) {
    Pattern declared = Pattern.compile("\\bvoid " + method + "\\(");
    return tree.matching(".*/src/test/java/(.*/)?" + type + "\\.java").stream()
        .anyMatch(file -> declared.matcher(tree.text(file)).find());
  }
}
