package org.zhengling.platform.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.AreaDirectory.Area;
import org.zhengling.platform.access.store.CityTables;

/** Which unit a name printed in an official document means. */
@Component
public class UnitDirectory {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");
  private static final Pattern GOVERNMENT = Pattern.compile("(人民政府|政府|管理委员会|管委会)$");

  private final AreaDirectory areas;
  private final List<Unit> units;
  private final Map<String, Unit> byName = new HashMap<>();
  private final Map<String, Area> byArea = new HashMap<>();

  // The directory of areas comes first: it fills the tables.
  UnitDirectory(AreaDirectory areas, CityTables tables) {
    this.areas = areas;
    this.units = tables.units();
    Map<String, Unit> byId = new HashMap<>();
    for (Unit unit : units) {
      byId.put(unit.id(), unit);
      byName.put(key(unit.name()), unit);
    }
    tables
        .aliases()
        .forEach((alias, id) -> {
          Unit unit = byId.get(id);
          if (unit != null) {
            byName.putIfAbsent(key(alias), unit);
          }
        });
    for (Area area : areas.countiesAndZones()) {
      byArea.put(key(area.name()), area);
      byArea.put(key(area.shortName()), area);
    }
  }

  /** Whom a collective name stands for, where the list is known. */
  public enum Expansion {
    NOT_LISTED,
    COUNTIES,
    COUNTIES_AND_ZONES
  }

  /**
   * A unit that an official document may name.
   *
   * @param level city, county, zone or collective
   * @param areaCode for the government of a county and the committee of a zone; else absent
   */
  public record Unit(
      String id, String name, String level, Expansion expansion, @Nullable String areaCode) {}

  /** What a printed name turned out to mean. */
  public sealed interface Resolved {
    /** One unit of the list. */
    record Known(Unit unit) implements Resolved {}

    /**
     * A name for many.
     *
     * @param areas whose governments are meant; empty where the document gives no list
     */
    record Collective(Unit unit, List<Area> areas) implements Resolved {}

    /** Not in the list: a person has to say who is meant. */
    record Unknown(String printed) implements Resolved {}
  }

  /** Spaces and the width of brackets make no difference. */
  public Resolved resolve(String printed) {
    String key = key(printed);
    Unit unit = byName.get(key);
    if (unit == null) {
      unit = government(key);
    }
    if (unit == null) {
      return new Resolved.Unknown(printed);
    }
    return switch (unit.expansion()) {
      case COUNTIES -> new Resolved.Collective(unit, areas.counties());
      case COUNTIES_AND_ZONES -> new Resolved.Collective(unit, areas.countiesAndZones());
      case NOT_LISTED ->
          unit.level().equals("collective")
              ? new Resolved.Collective(unit, List.of())
              : new Resolved.Known(unit);
    };
  }

  /** The counties and zones whose government or committee the name means; none for a bureau. */
  public List<Area> areasOf(String printed) {
    return switch (resolve(printed)) {
      case Resolved.Known(Unit unit) ->
          unit.areaCode() == null
              ? List.of()
              : areas.area(unit.areaCode()).map(List::of).orElseThrow();
      case Resolved.Collective(Unit unit, List<Area> meant) -> meant;
      case Resolved.Unknown(String name) -> List.of();
    };
  }

  /** Units a post can belong to: those of the city, in the order of the list. */
  public List<Unit> ofCity() {
    return units.stream().filter(unit -> unit.level().equals("city")).toList();
  }

  public Optional<Unit> unit(String id) {
    return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
  }

  /** Names of the list that share most neighbouring characters with a printed one. */
  public List<String> near(String printed, int most) {
    Set<String> pairs = pairs(key(printed));
    return units.stream()
        .map(Unit::name)
        .filter(name -> common(pairs, name) > 0)
        .sorted(
            Comparator.comparingInt((String name) -> -common(pairs, name))
                .thenComparingInt(String::length))
        .limit(most)
        .toList();
  }

  private static int common(Set<String> pairs, String name) {
    Set<String> shared = pairs(key(name));
    shared.retainAll(pairs);
    return shared.size();
  }

  private static Set<String> pairs(String name) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < name.length(); i++) {
      pairs.add(name.substring(i, i + 2));
    }
    return pairs;
  }

  /** 高新区管委会, 任城人民政府: a county or zone by any of its names. */
  private @Nullable Unit government(String key) {
    String place = GOVERNMENT.matcher(key).replaceFirst("");
    Unit named = byName.get(place);
    if (named != null && named.areaCode() != null) {
      return named;
    }
    Area area = byArea.get(place);
    return area == null
        ? null
        : units.stream()
            .filter(unit -> area.code().equals(unit.areaCode()))
            .findFirst()
            .orElse(null);
  }

  private static String key(String printed) {
    return SPACE.matcher(printed).replaceAll("").replace('（', '(').replace('）', ')');
  }
}
