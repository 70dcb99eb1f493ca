package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.AreaDirectory.Area;

/** The characters of an area in the number of a case. */
class AreaSignsTest {
  private final CityHall city = new CityHall();
  private final AreaSigns signs = city.get(AreaSigns.class);
  private final AreaDirectory areas = city.get(AreaDirectory.class);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_county_takes_its_first_character_and_a_township_adds_its_own() {
    assertThat(signs.of(CityHall.RENCHENG)).isEqualTo("任");
    assertThat(signs.of(Lamps.GUHUAI)).isEqualTo("任古");
    assertThat(signs.of(CityHall.CITY)).isEqualTo("济");
  }

  @Test
  void of_two_that_begin_alike_the_later_takes_its_next_character() {
    assertThat(signs.of("370811006000")).as("南张").isEqualTo("任南");
    assertThat(signs.of("370811016000")).as("南苑").isEqualTo("任苑");
    assertThat(signs.of("370881000000")).as("曲阜市").isEqualTo("曲");
    assertThat(signs.of("zone-qufu-wenhua")).as("曲阜示范区").isEqualTo("阜");
  }

  @Test
  void no_two_areas_sign_alike_and_a_village_signs_with_its_township() {
    Set<String> seen = new HashSet<>();
    assertThat(seen.add(signs.of(areas.city().code()))).isTrue();
    for (Area county : areas.countiesAndZones()) {
      assertThat(seen.add(signs.of(county.code()))).as(county.name()).isTrue();
      for (Area township : areas.children(county.code())) {
        assertThat(seen.add(signs.of(township.code()))).as(township.name()).isTrue();
        for (Area village : areas.children(township.code())) {
          assertThat(signs.of(village.code())).isEqualTo(signs.of(township.code()));
        }
      }
    }
  }
}
