package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhengling.platform.access.AreaDirectory.Area;
import org.zhengling.platform.access.AreaDirectory.Level;
import org.zhengling.platform.access.store.CityTables;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AreaDirectoryTest {
  private final Office office = new Office();
  private final AreaDirectory areas = office.get(AreaDirectory.class);

  @AfterAll
  void close() {
    office.close();
  }

  private long count(Level level) {
    return office.get(CityTables.class).areas().stream()
        .filter(area -> area.level() == level)
        .count();
  }

  @Test
  void the_city_has_11_counties_158_townships_and_4927_villages() {
    assertThat(areas.city().name()).isEqualTo("济宁市");
    assertThat(areas.counties()).hasSize(11);
    assertThat(count(Level.TOWNSHIP)).isEqualTo(158);
    assertThat(count(Level.VILLAGE)).isEqualTo(4927);
  }

  @Test
  void counties_and_zones_have_short_names() {
    assertThat(areas.countiesAndZones())
        .extracting(Area::shortName)
        .containsExactly(
            "任城", "兖州", "微山", "鱼台", "金乡", "嘉祥", "汶上", "泗水", "梁山", "曲阜", "邹城", "高新", "太白湖", "经开",
            "曲阜示范区");
  }

  @Test
  void a_street_of_the_high_tech_zone_hangs_under_the_zone_and_names_its_legal_county() {
    Area street = areas.area("370871001000").orElseThrow();
    assertThat(street.parent()).isEqualTo("zone-gaoxin");
    assertThat(street.legalCounty()).isEqualTo(Office.RENCHENG);
    assertThat(areas.children("zone-gaoxin")).hasSize(5);
    assertThat(areas.path("370871001000"))
        .extracting(Area::level)
        .containsExactly(Level.CITY, Level.ZONE, Level.TOWNSHIP);
  }

  @Test
  void an_area_is_within_its_county_and_not_within_another() {
    Area village = areas.children("370811002000").getFirst();
    assertThat(areas.within(village.code(), Set.of(Office.RENCHENG))).isTrue();
    assertThat(areas.within(village.code(), Set.of(Office.WEISHAN))).isFalse();
    assertThat(areas.within("no such code", Set.of(Office.RENCHENG))).isFalse();
  }

  @Test
  void the_closure_has_one_row_for_each_area_and_each_area_above_it() {
    long expected =
        office.get(CityTables.class).areas().stream()
            .mapToLong(area -> areas.path(area.code()).size())
            .sum();
    long rows =
        office.jdbc().sql("select count(*) from access.area_closure").query(Long.class).single();
    assertThat(rows).isEqualTo(expected);
  }

  @Test
  void filling_again_changes_nothing_and_a_changed_list_fills_anew() {
    String filledAt = "select filled_at::text from access.source where name = 'city'";
    String before = office.jdbc().sql(filledAt).query(String.class).single();
    office.pass(Duration.ofHours(1));
    office.get(CityTables.class).fill();
    assertThat(office.jdbc().sql(filledAt).query(String.class).single()).isEqualTo(before);

    office.jdbc().sql("update access.source set digest = 'an older edition'").update();
    office.get(CityTables.class).fill();
    assertThat(office.jdbc().sql(filledAt).query(String.class).single()).isNotEqualTo(before);
    assertThat(office.get(CityTables.class).areas())
        .hasSize(List.of(1, 11, 4, 158, 4927).stream().mapToInt(Integer::intValue).sum());
  }
}
