package org.zhengling.platform.registry;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.AreaDirectory.Area;
import org.zhengling.platform.access.Scope;

/** Where something is entered: an area that exists, inside the scope in force, and its county. */
@Component
class Territory {
  private final AreaDirectory areas;

  Territory(AreaDirectory areas) {
    this.areas = areas;
  }

  /** An area and the county or zone it lies in; the city stands for itself. */
  record Spot(String area, String county) {}

  /** Refuses an area that is unknown or foreign; the database refuses it again. */
  Spot within(String area) {
    Set<String> nodes = Set.copyOf(Scope.current().map(Scope::areas).orElse(List.of()));
    if (!areas.within(area, nodes)) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登记。没有这个区划，或它不在您的区划内。", "请从您的区划里重新选一个。");
    }
    return new Spot(area, county(area));
  }

  private String county(String area) {
    var path = areas.path(area);
    return path.get(Math.min(1, path.size() - 1)).code();
  }

  String name(String code) {
    return areas.area(code).map(Area::name).orElse(code);
  }
}
