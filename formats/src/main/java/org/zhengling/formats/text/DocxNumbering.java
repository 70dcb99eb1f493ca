package org.zhengling.formats.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The automatic numbers of a Word file. Word stores how a list counts, not what it shows; this
 * counts along the paragraphs in their order and gives 一、 （一） 1. as the page shows them.
 */
final class DocxNumbering implements SafeXml.Walk {
  private static final int LEVELS = 9;

  /** How one level of a list counts and looks: {@code （%2）} with %2 the number of level 2. */
  private static final class Level {
    private int start = 1;
    private String format = "decimal";
    private String text = "";
    private boolean decimalOnly;
    private @Nullable Integer restartAfter;
  }

  /** A list as it is defined once; several lists of the text may share it. */
  private static final class Definition {
    private final Level[] levels = new Level[LEVELS];
    private final @Nullable Integer[] counts = new Integer[LEVELS];
    private final Map<String, Integer> levelOfStyle = new HashMap<>();
    private String linkedStyle = "";
  }

  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<Integer, String> definitionOf = new HashMap<>();
  private final Map<Integer, Map<Integer, Integer>> restarts = new HashMap<>();
  private final Map<Integer, Definition> own = new HashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final DocxStyles styles;

  private @Nullable Definition definition;
  private @Nullable Level level;
  private int at;
  private int list;

  DocxNumbering(DocxStyles styles) {
    this.styles = styles;
  }

  @Override
  public boolean begin(String name, XMLStreamReader xml) {
    String value = SafeXml.attribute(xml, "val");
    switch (name) {
      case "abstractNum" -> {
        definition = new Definition();
        definitions.put(SafeXml.attribute(xml, "abstractNumId"), definition);
      }
      case "num" -> {
        list = SafeXml.number(xml, "numId", 0);
        definition = null;
      }
      case "abstractNumId" -> definitionOf.put(list, value);
      case "lvlOverride" -> at = SafeXml.number(xml, "ilvl", 0);
      case "startOverride" ->
          restarts
              .computeIfAbsent(list, one -> new HashMap<>())
              .put(at, SafeXml.number(xml, "val", 1));
      case "lvl" -> beginLevel(SafeXml.number(xml, "ilvl", 0));
      case "numStyleLink" -> {
        if (definition != null) {
          definition.linkedStyle = value;
        }
      }
      case "pStyle" -> {
        if (definition != null) {
          definition.levelOfStyle.put(value, at);
        }
      }
      case "rPr" -> {
        return SKIP;
      }
      default -> ofLevel(name, value);
    }
    return ENTER;
  }

  private void beginLevel(int number) {
    at = Math.clamp(number, 0, LEVELS - 1);
    level = new Level();
    Definition owner = definition;
    if (owner == null) {
      // A list of its own making: it overrides levels of the definition it points to.
      owner = own.computeIfAbsent(list, one -> new Definition());
    }
    owner.levels[at] = level;
  }

  private void ofLevel(String name, String value) {
    Level one = level;
    if (one == null) {
      return;
    }
    switch (name) {
      case "start" -> one.start = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 1;
      case "numFmt" -> one.format = value;
      case "lvlText" -> one.text = value;
      case "isLgl" -> one.decimalOnly = !value.equals("0") && !value.equals("false");
      case "lvlRestart" -> one.restartAfter = value.matches("\\d") ? Integer.valueOf(value) : null;
      default -> {}
    }
  }

  /** The level a list gives to a style that names the list and not the level. */
  int levelOf(int listNumber, String style) {
    Definition found = definition(listNumber);
    return found == null ? 0 : found.levelOfStyle.getOrDefault(style, 0);
  }

  /**
   * Counts one paragraph of a list and gives the label before its words; empty when it has none.
   */
  String label(int listNumber, int ofLevel) {
    Definition counted = definition(listNumber);
    int depth = Math.clamp(ofLevel, 0, LEVELS - 1);
    if (counted == null || levelAt(counted, listNumber, depth) == null) {
      return "";
    }
    restart(counted, listNumber, depth);
    for (int i = 0; i <= depth; i++) {
      if (counted.counts[i] == null) {
        Level one = levelAt(counted, listNumber, i);
        counted.counts[i] = one == null ? 1 : i == depth ? one.start - 1 : one.start;
      }
    }
    counted.counts[depth] = count(counted, depth) + 1;
    for (int i = depth + 1; i < LEVELS; i++) {
      Level deeper = levelAt(counted, listNumber, i);
      Integer after = deeper == null ? null : deeper.restartAfter;
      if (after == null || (after > 0 && depth < after)) {
        counted.counts[i] = null;
      }
    }
    return print(counted, listNumber, depth);
  }

  private static int count(Definition counted, int depth) {
    Integer count = counted.counts[depth];
    return count == null ? 0 : count;
  }

  private void restart(Definition counted, int listNumber, int depth) {
    Integer start = restarts.getOrDefault(listNumber, Map.of()).get(depth);
    if (start != null && begun.add(listNumber + " " + depth)) {
      counted.counts[depth] = start - 1;
    }
  }

  private String print(Definition counted, int listNumber, int depth) {
    Level shown = levelAt(counted, listNumber, depth);
    if (shown == null || shown.format.equals("bullet") || shown.format.equals("none")) {
      return "";
    }
    String text = shown.text;
    for (int i = 0; i <= depth; i++) {
      Level one = levelAt(counted, listNumber, i);
      String format = one == null || shown.decimalOnly ? "decimal" : one.format;
      text = text.replace("%" + (i + 1), ListNumber.write(format, count(counted, i)));
    }
    boolean endsOpen = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    return endsOpen || text.endsWith(".") ? text + " " : text;
  }

  private @Nullable Level levelAt(Definition counted, int listNumber, int depth) {
    Definition override = own.get(listNumber);
    Level overriding = override == null ? null : override.levels[depth];
    return overriding != null ? overriding : counted.levels[depth];
  }

  private @Nullable Definition definition(int listNumber) {
    Definition found = definitions.get(definitionOf.getOrDefault(listNumber, ""));
    if (found == null || found.linkedStyle.isEmpty()) {
      return found;
    }
    Integer linked = styles.form(found.linkedStyle).list();
    return linked == null || linked == listNumber
        ? found
        : definitions.get(definitionOf.getOrDefault(linked, ""));
  }
}
