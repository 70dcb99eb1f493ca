package org.zhengling.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.event.EventListener;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.time.Budget;
import org.zhengling.engine.time.LegalClock;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Lamps;
import org.zhengling.platform.notices.store.NoticeViews;

/** Posting a masked case, objecting to it, answering, ending. */
class NoticesTest {
  /** Hears what the programme would hear. */
  static final class Ear {
    final List<Object> heard = new ArrayList<>();

    @EventListener
    void raised(ObjectionRaised one) {
      heard.add(one);
    }

    @EventListener
    void decided(ObjectionDecided one) {
      heard.add(one);
    }

    @EventListener
    void ended(NoticeEnded one) {
      heard.add(one);
    }
  }

  private final Lamps lamps = new Lamps(Ear.class);
  private final Notices notices = lamps.city.get(Notices.class);
  private final NoticeViews views = lamps.city.get(NoticeViews.class);
  private final CaseFile file = lamps.open("lamp");

  @AfterEach
  void close() {
    lamps.close();
  }

  private static final MaskedCase SHOWN =
      new MaskedCase(
          MaskedName.of("孙示例"), "示例村", 3, "示例救助", new Money(61_200), "示例街道办事处", "0537-2200000");

  private static Budget sevenDays() {
    return new Budget.CalendarPeriod(Period.ofDays(7), Budget.OnDayOff.STAYS);
  }

  private long post(String seed, Budget period) {
    return lamps
        .officer()
        .call(() ->
            notices.post(
                new NoticeOrder(
                    Lamps.form(seed),
                    file.id(),
                    Lamps.GUHUAI,
                    SHOWN,
                    Level.VILLAGE,
                    period,
                    NoticeOrder.Origin.SAMPLE)));
  }

  private LocalDate today() {
    return LocalDate.of(2020, 9, 20);
  }

  private <T> T officer(Callable<T> act) throws Exception {
    SignedIn by = lamps.city.at(Lamps.GUHUAI, PostKind.CASE_OFFICER);
    return by.<T, Exception>call(act::call);
  }

  private LegalClock.State clock() {
    return lamps
        .officer()
        .call(() -> lamps.city.get(CaseClocks.class).of(file.id()).getFirst().reading().state());
  }

  @Test
  void everybody_reads_what_is_posted_until_its_last_day_is_over() {
    long id = post("one", sevenDays());
    assertThat(post("one", sevenDays())).isEqualTo(id);
    Notice notice = views.shown(today(), id).orElseThrow();
    assertThat(notice.shown()).isEqualTo(SHOWN);
    assertThat(notice.digest()).isEqualTo(SHOWN.digest());
    assertThat(notice.lastDay()).isEqualTo(LocalDate.of(2020, 9, 27));
    lamps.city.dayIs("2020-09-27");
    assertThat(lamps.officer().call(notices::endOver)).isZero();
    lamps.city.dayIs("2020-09-28");
    assertThat(lamps.officer().call(notices::endOver)).isEqualTo(1);
    assertThat(views.shown(LocalDate.of(2020, 9, 28), id)).isEmpty();
    assertThat(lamps.city.get(Ear.class).heard).containsExactly(new NoticeEnded(id, file.id()));
  }

  @Test
  void working_days_are_counted_by_the_calendar() {
    long id = post("one", new Budget.WorkingDays(7));
    // From Sunday 20 September 2020: 21 to 25, then Sunday 27 (in place of a holiday) and 28.
    assertThat(views.shown(today(), id).orElseThrow().lastDay())
        .isEqualTo(LocalDate.of(2020, 9, 28));
  }

  @Test
  void an_objection_of_anybody_halts_the_clock_until_it_is_answered() throws Exception {
    officer(() -> {
      lamps.city.get(CaseClocks.class).start(file.id(), "review");
      return true;
    });
    long id = post("one", sevenDays());
    long first = notices.object(id, "他家有两辆车", "邻居 0537-1");
    long second = notices.object(id, "他家不住这里", "");
    assertThat(clock()).isEqualTo(LegalClock.State.SUSPENDED);
    lamps.city.dayIs("2020-10-09");
    assertThat(lamps.officer().call(notices::endOver)).as("kept by the objections").isZero();
    officer(() -> {
      assertThat(notices.read(first).words()).isEqualTo("他家有两辆车");
      assertThat(notices.read(first).contact()).isEqualTo("邻居 0537-1");
      notices.decide(first, ObjectionDecided.Outcome.REJECTED, "车已报废");
      return true;
    });
    assertThat(clock()).as("the second still waits").isEqualTo(LegalClock.State.SUSPENDED);
    officer(() -> {
      notices.decide(second, ObjectionDecided.Outcome.UPHELD, "已迁出");
      assertThatThrownBy(() -> notices.decide(second, ObjectionDecided.Outcome.REJECTED, "再来"))
          .isInstanceOf(Refusal.class);
      return true;
    });
    assertThat(clock()).isNotEqualTo(LegalClock.State.SUSPENDED);
    assertThat(lamps.officer().call(notices::endOver)).isEqualTo(1);
    assertThat(lamps.city.get(Ear.class).heard)
        .containsExactly(
            new ObjectionRaised(first, id, file.id()),
            new ObjectionRaised(second, id, file.id()),
            new ObjectionDecided(first, id, file.id(), ObjectionDecided.Outcome.REJECTED),
            new ObjectionDecided(second, id, file.id(), ObjectionDecided.Outcome.UPHELD),
            new NoticeEnded(id, file.id()));
  }

  @Test
  void an_objection_lies_sealed_and_comes_too_late_after_the_end() throws Exception {
    long id = post("one", sevenDays());
    notices.object(id, "他家有两辆车", "邻居");
    assertThat(
            lamps
                .city
                .seeingEverything()
                .sql(
                    """
                    select count(*) from notices.objection
                    where position(convert_to('两辆车', 'UTF8') in said) > 0 or halted
                    """)
                .query(Long.class)
                .single())
        .isZero();
    officer(() -> {
      notices.takeDown(id, "发错了");
      return true;
    });
    assertThatThrownBy(() -> notices.object(id, "太晚", ""))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.ABSENT));
    assertThatThrownBy(() -> notices.object(post("two", sevenDays()), " ", ""))
        .hasMessageContaining("还没有写");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "370811194910010015",
        "示例村 13800001111",
        "示例小区 3 号楼",
        "示例村 残疾人户",
        "示例村 尿毒症",
        "示例村 未成年人",
        "账号 6217",
        "示例村三七零八一一"
      })
  void poison_gets_into_no_field_by_the_type_nor_past_it(String poison) {
    assertThatThrownBy(() ->
            new MaskedCase(MaskedName.of("孙"), poison, 1, "示例", Money.ZERO, "示例", "0537-2200000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(poison);
    long id = post("one", sevenDays());
    for (String column : List.of("village", "benefit", "unit", "masked_name", "unit_phone")) {
      assertThatThrownBy(() ->
              lamps
                  .city
                  .seeingEverything()
                  .sql("update notices.notice set " + column + " = ? where id = ?")
                  .param(poison)
                  .param(id)
                  .update())
          .as(column)
          .hasStackTraceContaining("check");
    }
  }

  @Test
  void a_name_shows_its_first_character_alone() {
    assertThat(MaskedName.of("孙示例").text()).isEqualTo("孙*");
    assertThat(MaskedName.of("1孙").text()).isEqualTo("*");
    assertThatThrownBy(() -> new MaskedName("孙示例")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new MaskedCase(MaskedName.of("孙"), "村", 1, "示例", Money.ZERO, "示例", "13800001111"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
