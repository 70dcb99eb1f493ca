package org.zhengling.platform.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.store.CityTables;

/**
 * The areas of the city as a tree: city, its counties and zones, townships, villages. Read once at
 * the start from the tables that the shipped lists fill; some 5,100 nodes.
 */
@Component
public class AreaDirectory {
  private final Area city;
  private final Map<String, Area> byCode;
  private final Map<String, List<Area>> children;

  AreaDirectory(CityTables tables) {
    tables.fill();
    this.byCode = new HashMap<>();
    this.children = new HashMap<>();
    Area top = null;
    for (Area area : tables.areas()) {
      byCode.put(area.code(), area);
      if (area.parent() == null) {
        top = area;
      } else {
        children.computeIfAbsent(area.parent(), code -> new ArrayList<>()).add(area);
      }
    }
    if (top == null) {
      throw new IllegalStateException("Maybe areas.csv has no city: " + byCode.size() + " areas");
    }
    this.city = top;
  }

  /** How far down the tree an area stands; a zone stands beside the counties. */
  public enum Level {
    CITY,
    COUNTY,
    ZONE,
    TOWNSHIP,
    VILLAGE
  }

  /**
   * A node of the tree.
   *
   * @param code 12 digits of the statistics, or our own identifier for a zone
   * @param shortName for heads of columns: 任城
   * @param parent absent for the city alone
   * @param legalCounty where a zone runs the place: the county it lawfully belongs to, unconfirmed
   */
  public record Area(
      String code,
      String name,
      String shortName,
      Level level,
      @Nullable String parent,
      @Nullable String legalCounty) {}

  public Area city() {
    return city;
  }

  /** The eleven counties (县、市、区) in the order of their codes. */
  public List<Area> counties() {
    return below(Level.COUNTY);
  }

  /** Zones (功能区) run by a committee: no counties in law. */
  public List<Area> zones() {
    return below(Level.ZONE);
  }

  public List<Area> countiesAndZones() {
    return children(city.code());
  }

  private List<Area> below(Level level) {
    return countiesAndZones().stream().filter(area -> area.level() == level).toList();
  }

  public Optional<Area> area(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** In their order; empty for a village and for an unknown code. */
  public List<Area> children(String code) {
    return List.copyOf(children.getOrDefault(code, List.of()));
  }

  /** From the city down to the area itself; empty for an unknown code. */
  public List<Area> path(String code) {
    List<Area> path = new ArrayList<>();
    for (Area area = byCode.get(code); area != null; area = parent(area)) {
      path.addFirst(area);
    }
    return List.copyOf(path);
  }

  /** Whether the area is one of the nodes or lies below one. */
  public boolean within(String code, Set<String> nodes) {
    return path(code).stream().anyMatch(area -> nodes.contains(area.code()));
  }

  private @Nullable Area parent(Area area) {
    return area.parent() == null ? null : byCode.get(area.parent());
  }
}
