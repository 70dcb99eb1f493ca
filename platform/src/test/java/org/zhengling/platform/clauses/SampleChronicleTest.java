package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;

class SampleChronicleTest {
  private static final String CHECKED = "水渠检查组来济宁市。";

  private final CityHall hall = new CityHall();
  private final SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);

  @AfterEach
  void close() {
    hall.close();
  }

  private void publish(String text, boolean sample) {
    Gazettes gazettes = hall.get(Gazettes.class);
    long id = gazettes.upload("公报.txt", Papers.bytes(text), editor.personId(), sample);
    editor.call(() -> gazettes.publish(id, editor.personId()));
  }

  private List<String> listed() {
    return hall.get(Library.class).chronicle().stream().map(ChronicleLine::body).toList();
  }

  @Test
  void sample_events_give_way_to_the_first_real_chronicle_and_stay_stored() {
    publish(Papers.order("济政字〔2020〕301号") + Papers.chronicle("示例修渠会召开。"), true);
    assertThat(listed()).containsExactly("示例修渠会召开。", CHECKED);
    assertThat(hall.get(Library.class).document("济政字〔2020〕301号").orElseThrow().sample()).isTrue();

    publish(Papers.order("济政字〔2020〕302号"), false);
    assertThat(listed()).containsExactly("示例修渠会召开。", CHECKED);

    publish(Papers.chronicle("正式修渠会召开。"), false);
    assertThat(listed()).containsExactly("正式修渠会召开。", CHECKED);
    assertThat(hall.get(Library.class).search(SearchQuestion.everywhere("示例修渠会"), 0, 10)).isEmpty();
    assertThat(hall.counts()).containsEntry("clauses.chronicle_entry", 4L);
  }

  @Test
  void a_real_order_replaces_the_sample_of_its_number() {
    String order = Papers.order("济政字〔2020〕303号");
    publish(order, true);
    publish(order.replace("建立台账", "一渠一档"), false);
    PublishedDocument document = hall.get(Library.class).document("济政字〔2020〕303号").orElseThrow();
    assertThat(document.sample()).isFalse();
    assertThat(document.edition()).isEqualTo(2);
  }
}
