package org.zhengling.platform.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.field.HandedIn.TakenPhoto;
import org.zhengling.platform.keys.Sm3;

/** What a phone hands in arrives once, whole, and only for a task of the post in use. */
class FieldRecordsTest {
  private static final byte[] DOOR = "a picture of a door".getBytes(StandardCharsets.UTF_8);
  private static final Instant TAKEN = Instant.parse("2020-09-20T02:00:00Z");
  private static final UUID ID = UUID.fromString("0b8f4f7e-7d0d-4a3a-9a3e-2f4a2f1f7a11");

  /** Counts houses; each area has the one house that is named like it. */
  static class HouseCount implements FieldForm {
    final List<String> kept = Collections.synchronizedList(new ArrayList<>());
    final List<FieldRecord> accepted = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String kind() {
      return "house-count";
    }

    @Override
    public List<FieldTask> tasks(SignedIn by) {
      String area = by.post().areaCode();
      return List.of(
          new FieldTask(
              kind(),
              "house " + area,
              area,
              "数房子",
              List.of("村东第一家"),
              LocalDate.of(2020, 9, 30),
              List.of(
                  FieldQuestion.number("rooms", "几间", ""),
                  FieldQuestion.choice("roof", "屋顶", List.of("瓦", "草")),
                  FieldQuestion.text("note", "说明", "").orNothing(),
                  FieldQuestion.photos("door", "门口照片", "", 1))));
    }

    @Override
    public String keepPhoto(FieldTask task, byte[] photo, SignedIn by) {
      kept.add(task.subject());
      return Sm3.hex(photo);
    }

    @Override
    public String accept(FieldTask task, FieldRecord record, SignedIn by) {
      if (record.answer("rooms").equals("13")) {
        throw new Refusal(Refusal.Kind.CALLER, "没有收下。没有十三间的房子。", "请再数一次。");
      }
      accepted.add(record);
      return "记下了 " + record.answer("rooms") + " 间。";
    }
  }

  private final CityHall hall = new CityHall(HouseCount.class);
  private final HouseCount form = hall.get(HouseCount.class);
  private final FieldRecords records = hall.get(FieldRecords.class);
  private final SignedIn here = hall.at(CityHall.RENCHENG, PostKind.CASE_OFFICER);
  private final String subject = "house " + CityHall.RENCHENG;

  @AfterEach
  void close() {
    hall.close();
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private HandedIn counted(String rooms, String roof) {
    return new HandedIn(
        "house-count",
        subject,
        TAKEN,
        Map.of("rooms", rooms, "roof", roof),
        List.of(new TakenPhoto("door", digest(DOOR))));
  }

  private <T> T asHere(Supplier<T> act) {
    return here.call(act::get);
  }

  private void sendDoor() {
    asHere(() -> {
      records.photo(ID, "house-count", subject, digest(DOOR), DOOR, here);
      return true;
    });
  }

  private String send(HandedIn handedIn) {
    return asHere(() -> records.handIn(ID, handedIn, here));
  }

  @Test
  void a_record_is_carried_out_with_its_photographs() {
    sendDoor();
    assertThat(send(counted("3", "瓦"))).isEqualTo("记下了 3 间。");
    assertThat(form.accepted).hasSize(1);
    assertThat(form.accepted.getFirst().photos())
        .containsExactly(new FieldRecord.Photo("door", Sm3.hex(DOOR)));
  }

  @Test
  void handed_in_again_it_is_answered_and_not_carried_out_again() {
    sendDoor();
    sendDoor();
    String first = send(counted("3", "瓦"));
    sendDoor();
    assertThat(send(counted("3", "瓦"))).isEqualTo(first);
    assertThat(form.accepted).hasSize(1);
    assertThat(form.kept).hasSize(1);
  }

  @Test
  void handed_in_at_once_on_several_connections_it_is_carried_out_once() throws Exception {
    sendDoor();
    List<Callable<String>> senders = Collections.nCopies(4, () -> send(counted("3", "瓦")));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> answer :
          threads.invokeAll(
              senders.stream().map(org.zhengling.platform.AsTheProgram::also).toList())) {
        assertThat(answer.get()).isEqualTo("记下了 3 间。");
      }
    }
    assertThat(form.accepted).hasSize(1);
  }

  @Test
  void other_words_under_the_same_name_are_refused_and_the_first_stay() {
    sendDoor();
    send(counted("3", "瓦"));
    assertThatThrownBy(() -> send(counted("4", "瓦"))).hasMessageContaining("内容和这次的不一样");
    assertThat(form.accepted).hasSize(1);
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    HandedIn wrong =
        new HandedIn(
            "house-count",
            subject,
            TAKEN,
            Map.of("rooms", "三", "roof", "铁", "colour", "红"),
            List.of());
    assertThatThrownBy(() -> send(wrong))
        .hasMessageContaining("几间要写整数")
        .hasMessageContaining("屋顶没有“铁”这一项")
        .hasMessageContaining("门口照片至少 1 张")
        .hasMessageContaining("不属于这张表");
    assertThat(form.accepted).isEmpty();
  }

  @Test
  void a_photograph_that_was_damaged_on_its_way_is_refused() {
    assertThatThrownBy(() ->
            asHere(() -> {
              records.photo(ID, "house-count", subject, digest(new byte[] {1}), DOOR, here);
              return true;
            }))
        .hasMessageContaining("损坏");
    assertThat(form.kept).isEmpty();
  }

  @Test
  void a_record_waits_for_all_its_photographs() {
    assertThatThrownBy(() -> send(counted("3", "瓦"))).hasMessageContaining("照片还没有传到");
    sendDoor();
    assertThat(send(counted("3", "瓦"))).isEqualTo("记下了 3 间。");
  }

  @Test
  void what_the_programme_refuses_is_not_noted_and_may_be_mended() {
    sendDoor();
    assertThatThrownBy(() -> send(counted("13", "瓦"))).hasMessageContaining("再数一次");
    assertThat(send(counted("12", "瓦"))).isEqualTo("记下了 12 间。");
  }

  @Test
  void a_task_of_another_area_takes_nothing() {
    SignedIn elsewhere = hall.at(CityHall.WEISHAN, PostKind.CASE_OFFICER);
    sendDoor();
    assertThatThrownBy(() -> elsewhere.call(() -> records.handIn(ID, counted("3", "瓦"), elsewhere)))
        .hasMessageContaining("不在您现在的清单里");
    assertThat(form.accepted).isEmpty();
  }

  @Test
  void no_row_of_another_area_is_seen() {
    sendDoor();
    send(counted("3", "瓦"));
    String rows = "select (select count(*) from field.record) + (select count(*) from field.photo)";
    assertThat(asHere(() -> hall.jdbc().sql(rows).query(Long.class).single())).isEqualTo(2);
    SignedIn elsewhere = hall.at(CityHall.WEISHAN, PostKind.CASE_OFFICER);
    assertThat(
            elsewhere.<Long, RuntimeException>call(
                () -> hall.jdbc().sql(rows).query(Long.class).single()))
        .isZero();
  }
}
