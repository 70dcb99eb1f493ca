package org.zhengling.platform.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.AreaDirectory.Area;

/**
 * The characters that stand for an area in the number of a case: 任 for a county, 任古 for one of its
 * townships; a village signs with its township.
 *
 * <ol>
 *   <li>Areas are taken in the order of their list: the city and its counties and zones together,
 *       then the townships of each.
 *   <li>Each takes the first character of its short name that none before it took.
 *   <li>Where all are taken it takes its first character and a number: 南二.
 * </ol>
 */
@Component
class AreaSigns {
  private static final List<String> ORDINALS = List.of("二", "三", "四", "五", "六", "七", "八", "九");

  private final AreaDirectory areas;
  private final Map<String, String> signs = new HashMap<>();

  AreaSigns(AreaDirectory areas) {
    this.areas = areas;
    Set<String> taken = new HashSet<>();
    signs.put(areas.city().code(), take(areas.city(), taken));
    for (Area county : areas.countiesAndZones()) {
      signs.put(county.code(), take(county, taken));
    }
    for (Area county : areas.countiesAndZones()) {
      String above = signs.getOrDefault(county.code(), "");
      Set<String> below = new HashSet<>();
      for (Area township : areas.children(county.code())) {
        signs.put(township.code(), above + take(township, below));
      }
    }
  }

  String of(String code) {
    return areas.path(code).reversed().stream()
        .map(Area::code)
        .filter(signs::containsKey)
        .map(known -> signs.getOrDefault(known, ""))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Maybe no area of the city: " + code));
  }

  private static String take(Area area, Set<String> taken) {
    String name = area.shortName();
    for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
      String sign = Character.toString(name.codePointAt(at));
      if (taken.add(sign)) {
        return sign;
      }
    }
    String first = Character.toString(name.codePointAt(0));
    return ORDINALS.stream()
        .map(first::concat)
        .filter(taken::add)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Maybe too many areas begin like " + name));
  }
}
