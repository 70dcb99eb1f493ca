package org.zhengling.platform.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.AreaDirectory.Area;
import org.zhengling.platform.access.CurrentPost;

/** The areas that somebody may be entered in: the one of the post in use and two levels below. */
@Component
class AreaChoice {
  private final CurrentPost current;
  private final AreaDirectory areas;

  AreaChoice(CurrentPost current, AreaDirectory areas) {
    this.current = current;
    this.areas = areas;
  }

  /** Areas under one heading. */
  record Group(String name, List<Area> areas) {}

  List<Group> groups() {
    Area own = areas.area(current.require().post().areaCode()).orElseThrow();
    List<Group> groups = new ArrayList<>();
    List<Area> top = new ArrayList<>(List.of(own));
    top.addAll(areas.children(own.code()));
    groups.add(new Group(own.name(), top));
    for (Area below : areas.children(own.code())) {
      List<Area> next = areas.children(below.code());
      if (!next.isEmpty()) {
        groups.add(new Group(below.name(), next));
      }
    }
    return groups;
  }

  /** From the county down: 任城区 古槐街道. */
  String name(String code) {
    List<Area> path = areas.path(code);
    return String.join(" ", path.stream().skip(path.size() > 1 ? 1 : 0).map(Area::name).toList());
  }
}
