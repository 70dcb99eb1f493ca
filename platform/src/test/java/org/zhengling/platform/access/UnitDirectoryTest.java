package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.platform.access.AreaDirectory.Area;
import org.zhengling.platform.access.UnitDirectory.Resolved;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitDirectoryTest {
  private final Office office = new Office();
  private final UnitDirectory units = office.get(UnitDirectory.class);
  private final AreaDirectory areas = office.get(AreaDirectory.class);

  @AfterAll
  void close() {
    office.close();
  }

  @ParameterizedTest
  @CsvSource({
    "市民政局, civil-affairs",
    "民政部门, civil-affairs",
    "市发改委, development-reform",
    "市自然资源和规划局, natural-resources-planning",
    "' 市　财政局 ', finance"
  })
  void a_department_is_known_by_its_name_and_its_aliases(String printed, String id) {
    assertThat(units.resolve(printed))
        .isInstanceOfSatisfying(
            Resolved.Known.class, known -> assertThat(known.unit().id()).isEqualTo(id));
    assertThat(units.areasOf(printed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"任城区", "任城区政府", "任城区人民政府", "任城"})
  void a_county_is_known_by_every_form_of_its_name(String printed) {
    assertThat(units.resolve(printed)).isInstanceOf(Resolved.Known.class);
    assertThat(units.areasOf(printed)).extracting(Area::code).containsExactly(Office.RENCHENG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"济宁高新区管委会", "高新区", "高新区管委会", "高新管委会"})
  void a_zone_is_known_by_every_form_of_its_name(String printed) {
    assertThat(units.areasOf(printed)).extracting(Area::code).containsExactly("zone-gaoxin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"各县（市、区）", "各县(市、区)", "各县市区", "县（市、区）政府"})
  void each_county_means_the_eleven(String printed) {
    assertThat(units.resolve(printed)).isInstanceOf(Resolved.Collective.class);
    assertThat(units.areasOf(printed)).isEqualTo(areas.counties());
  }

  @ParameterizedTest
  @ValueSource(strings = {"各县（市、区）政府（管委会）", "各县(市、区)政府(管委会)"})
  void each_government_and_committee_means_counties_and_zones(String printed) {
    assertThat(units.areasOf(printed)).isEqualTo(areas.countiesAndZones()).hasSize(15);
  }

  @Test
  void a_collective_without_a_list_stands_for_nobody_in_particular() {
    assertThat(units.resolve("有关部门"))
        .isInstanceOfSatisfying(
            Resolved.Collective.class, many -> assertThat(many.areas()).isEmpty());
  }

  @Test
  void a_name_outside_the_list_is_unknown_and_kept_as_printed() {
    assertThat(units.resolve("市某某局")).isEqualTo(new Resolved.Unknown("市某某局"));
    assertThat(units.areasOf("市某某局")).isEmpty();
  }
}
