package org.zhengling.platform.registry;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.registry.NewResident.Origin;
import org.zhengling.platform.registry.store.Listed;
import org.zhengling.platform.registry.store.Subjects;

/** Places: what has an address and belongs to nobody in particular. */
@Component
public class Places {
  private final Subjects subjects;
  private final Listed rows;
  private final Territory territory;
  private final InstantSource clock;
  private final Audit audit;

  Places(Subjects subjects, Listed rows, Territory territory, InstantSource clock, Audit audit) {
    this.subjects = subjects;
    this.rows = rows;
    this.territory = territory;
    this.clock = clock;
    this.audit = audit;
  }

  /** Enters one; answers its number. */
  @Transactional
  public long enter(
      String name,
      String kind,
      String address,
      Place.@Nullable Point point,
      String area,
      Origin origin) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (name.isBlank() || name.strip().length() > 200) {
      problems.put("name", "请写名称，最多 200 个字。");
    }
    if (kind.isBlank() || kind.strip().length() > 60) {
      problems.put("kind", "请写类别，最多 60 个字。");
    }
    if (address.strip().length() > 300) {
      problems.put("address", "地址最多 300 个字。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    Territory.Spot spot = territory.within(area);
    long id = subjects.add(Subjects.Kind.PLACE, spot.area(), spot.county(), origin, By.now(clock));
    rows.add(new Place(id, name.strip(), kind.strip(), address.strip(), point, spot.area()));
    audit.record(Act.of(ActKind.ENTER_PLACE, "地点 " + id + "，" + name.strip()));
    return id;
  }

  /** Those of the scope. */
  @Transactional(readOnly = true)
  public List<Place> byIds(Collection<Long> ids) {
    return rows.places(ids);
  }
}
