package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.AsTheProgram;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;

/** Opening cases and acting on them, also by several at once. */
class CasesTest {
  private final Lamps lamps = new Lamps(Listening.class);
  private final CityHall city = lamps.city;
  private final Cases cases = city.get(Cases.class);

  private static final Standing SEEN = Standing.open("已看", "换灯泡", PostKind.CASE_OFFICER);

  /** Accepts everything but what is called forbidden. */
  static class Listening {
    @EventListener
    void changed(CaseChanged change) {
      if (change.kind().equals("forbidden")) {
        throw new IllegalStateException("a listener that does not accept");
      }
    }
  }

  @AfterEach
  void close() {
    lamps.close();
  }

  @Test
  void a_case_is_numbered_by_area_programme_and_year_without_gaps() {
    assertThat(lamps.open("one").number()).isEqualTo("任古灯〔2020〕1号");
    assertThat(lamps.open("two").number()).isEqualTo("任古灯〔2020〕2号");
    city.dayIs("2021-01-01");
    assertThat(lamps.open("three").number()).isEqualTo("任古灯〔2021〕1号");
    SignedIn county = city.at(CityHall.RENCHENG, PostKind.CLERK);
    assertThat(county.call(() -> cases.open(Lamps.opening(CityHall.RENCHENG, "four"))).number())
        .isEqualTo("任灯〔2021〕1号");
  }

  @Test
  void the_same_form_twice_opens_one_case() {
    CaseFile first = lamps.open("one");
    CaseFile again = lamps.open("one");
    assertThat(again).isEqualTo(first);
    assertThat(lamps.open("two").number()).isEqualTo("任古灯〔2020〕2号");
    assertThat(lamps.clerk().call(() -> cases.actions(first.id()))).hasSize(1);
  }

  @Test
  void an_opening_that_is_undone_gives_its_number_back() {
    Opening plain = Lamps.opening(Lamps.GUHUAI, "one");
    Deed refused = new Deed(Lamps.form("bad"), "forbidden", "受理", "{}");
    Opening bad =
        new Opening(plain.procedure(), plain.area(), "李四户", null, refused, plain.standing(), false);
    assertThatThrownBy(() -> lamps.as(lamps.clerk(), () -> cases.open(bad)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(lamps.open("one").number()).isEqualTo("任古灯〔2020〕1号");
  }

  @Test
  void many_clerks_at_once_get_numbers_without_gaps_and_no_form_twice() throws Exception {
    List<Callable<String>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String seed = "form " + i / 2;
      all.add(AsTheProgram.also(() -> lamps.open(seed).number()));
    }
    List<String> numbers = atOnce(all);
    List<String> wanted = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      wanted.add("任古灯〔2020〕" + i + "号");
    }
    assertThat(numbers.stream().distinct()).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void an_area_outside_of_the_scope_is_refused() {
    assertThatThrownBy(
            () -> lamps.as(lamps.clerk(), () -> cases.open(Lamps.opening(Lamps.NANZHANG, "one"))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("不在您的范围内");
  }

  @Test
  void acts_are_kept_in_order_sealed_and_with_their_actor() {
    CaseFile file = lamps.open("one");
    CaseFile seen = lamps.act(file, "seen", SEEN);
    assertThat(seen.version()).isEqualTo(2);
    assertThat(seen.standing().word()).isEqualTo("已看");
    List<CaseAction> actions = lamps.officer().call(() -> cases.actions(file.id()));
    assertThat(actions).extracting(CaseAction::kind).containsExactly("reported", "seen");
    assertThat(actions.get(1).payload()).isEqualTo("{\"note\":\"seen\"}");
    assertThat(actions.get(1).postTitle()).isEqualTo("古槐街道经办岗");
    assertThat(
            city.seeingEverything()
                .sql(
                    "select count(*) from cases.action where position('note' in encode(payload,"
                        + " 'escape')) > 0")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void an_act_on_an_older_version_is_refused_and_says_who_did_what_since() {
    CaseFile file = lamps.open("one");
    city.pass(Duration.ofMinutes(12));
    lamps.act(file, "seen", SEEN);
    assertThatThrownBy(() -> lamps.act(file, "mended", SEEN))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
              assertThat(refusal.happened()).isEqualTo("张三 09:12 已改过这份申请。");
              assertThat(refusal.kept()).isEqualTo("您写的都保留着，");
              assertThat(refusal.todo()).isEqualTo("请先看他改了什么（记一笔）。");
            });
    assertThat(lamps.officer().call(() -> cases.actions(file.id()))).hasSize(2);
  }

  @Test
  void the_same_form_twice_acts_once_also_when_the_case_went_on() {
    CaseFile file = lamps.open("one");
    Deed deed = Lamps.deed("seen", "form");
    CaseFile once = lamps.officer().call(() -> cases.act(file.id(), 1, deed, SEEN));
    CaseFile twice = lamps.officer().call(() -> cases.act(file.id(), 1, deed, SEEN));
    assertThat(twice).isEqualTo(once);
    assertThat(lamps.officer().call(() -> cases.actions(file.id()))).hasSize(2);
  }

  @Test
  void of_two_clerks_at_once_one_acts_and_the_other_learns_of_it() throws Exception {
    CaseFile file = lamps.open("one");
    List<Callable<String>> both = new ArrayList<>();
    for (String who : List.of("left", "right")) {
      both.add(
          AsTheProgram.also(() ->
              lamps
                  .officer()
                  .call(() -> {
                    try {
                      cases.act(file.id(), 1, Lamps.deed("seen", who), SEEN);
                      return "done";
                    } catch (Refusal refusal) {
                      return refusal.kind().name();
                    }
                  })));
    }
    assertThat(atOnce(both)).containsExactlyInAnyOrder("done", "CONFLICT");
    assertThat(lamps.officer().call(() -> cases.actions(file.id()))).hasSize(2);
  }

  @Test
  void what_a_listener_does_not_accept_was_not_done() {
    CaseFile file = lamps.open("one");
    long before = audited();
    assertThatThrownBy(() -> lamps.act(file, "forbidden", SEEN))
        .isInstanceOf(IllegalStateException.class);
    assertThat(lamps.officer().call(() -> cases.file(file.id()))).isEqualTo(file);
    assertThat(audited()).isEqualTo(before);
  }

  private long audited() {
    return city.seeingEverything()
        .sql("select count(*) from audit.entry")
        .query(Long.class)
        .single();
  }

  @Test
  void an_action_that_was_changed_moved_or_left_out_is_noticed() {
    CaseFile file = lamps.open("one");
    lamps.act(file, "seen", SEEN);
    for (String change :
        List.of(
            "update cases.action set kind = 'mended' where seq = 2",
            "update cases.action set payload = (select payload from cases.action where seq = 1)"
                + " where seq = 2",
            "delete from cases.action where seq = 2")) {
      city.seeingEverything().sql(change).update();
      assertThatThrownBy(() -> lamps.as(lamps.officer(), () -> cases.actions(file.id())))
          .isInstanceOf(Refusal.class);
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> all)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
