package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.BringsWork;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.access.WorkGroup;
import org.zhengling.platform.access.WorkLine;
import org.zhengling.platform.cases.Inbox.Page;
import org.zhengling.platform.cases.Inbox.Place;
import org.zhengling.platform.cases.Inbox.Question;
import org.zhengling.platform.cases.Inbox.Whose;

/** The list of cases: groups by clock, whose desk, and paging while cases come and go. */
class InboxTest {
  private final Lamps lamps = new Lamps();
  private final CityHall city = lamps.city;
  private final Inbox inbox = city.get(Inbox.class);
  private final CaseClocks clocks = city.get(CaseClocks.class);

  @AfterEach
  void close() {
    lamps.close();
  }

  private CaseFile started(String day, String seed, String clock) {
    city.dayIs(day);
    CaseFile file = lamps.open(seed);
    lamps.as(lamps.officer(), () -> clocks.start(file.id(), clock));
    return file;
  }

  private Page page(Question question, @Nullable Place after, int size) {
    return lamps.officer().call(() -> inbox.page(question, after, size));
  }

  @Test
  void cases_stand_in_groups_by_their_clock() {
    CaseFile late = started("2020-12-01", "late", "letter");
    CaseFile later = started("2020-12-09", "later", "review");
    CaseFile halted = started("2020-12-09", "halted", "review");
    lamps.as(lamps.officer(), () -> clocks.suspend(halted.id(), Ground.OBJECTION, ""));
    CaseFile today = started("2020-12-11", "today", "notice");
    CaseFile soon = started("2020-12-18", "soon", "letter");
    CaseFile open = lamps.open("open");
    assertThat(page(Question.mine(), null, 10).lines())
        .extracting(line -> line.caseFile().id() + " " + line.group())
        .containsExactly(
            late.id() + " " + WorkGroup.OVERDUE,
            today.id() + " " + WorkGroup.TODAY,
            soon.id() + " " + WorkGroup.SOON,
            later.id() + " " + WorkGroup.LATER,
            open.id() + " " + WorkGroup.NO_DAY,
            halted.id() + " " + WorkGroup.SUSPENDED);
    Map<WorkGroup, Long> counts = lamps.officer().call(() -> inbox.counts(Question.mine()));
    assertThat(counts).hasSize(6).allSatisfy((group, count) -> assertThat(count).isEqualTo(1));
    for (WorkGroup group : WorkGroup.values()) {
      assertThat(page(new Question(Whose.MINE, null, null, group), null, 10).lines())
          .extracting(Inbox.Line::group)
          .containsExactly(group);
    }
  }

  @Test
  void the_same_groups_stand_in_my_work_with_clock_and_clause() {
    CaseFile late = started("2020-12-01", "late", "letter");
    city.dayIs("2020-12-18");
    BringsWork work = city.get(CasesOnDesk.class);
    SignedIn officer = lamps.officer();
    WorkLine line = officer.call(() -> work.waitingFor(officer)).getFirst();
    assertThat(line.group()).isEqualTo(WorkGroup.OVERDUE);
    assertThat(line.left()).isEqualTo("超 10");
    assertThat(line.leftUnit()).isEqualTo("工作日");
    assertThat(line.title()).isEqualTo("路灯报修　张三户");
    assertThat(line.note()).isEqualTo(late.number() + " · 任城区 古槐街道");
    assertThat(line.clockText()).isEqualTo("用 13 / 限 3");
    assertThat(officer.call(() -> work.all(officer)).count()).isEqualTo(1);
  }

  @Test
  void a_desk_shows_what_lies_on_it_and_nothing_else() {
    CaseFile file = started("2020-12-01", "one", "review");
    SignedIn county = city.at(CityHall.RENCHENG, PostKind.CASE_OFFICER);
    assertThat(lamps.clerk().call(() -> inbox.page(Question.mine(), null, 10)).lines()).isEmpty();
    assertThat(county.call(() -> inbox.page(Question.mine(), null, 10)).lines()).isEmpty();
    assertThat(
            county
                .call(() -> inbox.page(new Question(Whose.ALL, null, null, null), null, 10))
                .lines())
        .hasSize(1);
    HandOver up = new HandOver(CityHall.RENCHENG, PostKind.CASE_OFFICER, null);
    lamps.as(
        lamps.officer(),
        () -> city.get(CaseTransfers.class).handOver(file.id(), 1, Lamps.form("up"), up, "县里审批"));
    assertThat(county.call(() -> inbox.page(Question.mine(), null, 10)).lines()).hasSize(1);
    assertThat(page(Question.mine(), null, 10).lines()).isEmpty();
    assertThat(page(new Question(Whose.ALL, null, null, null), null, 10).lines()).hasSize(1);
  }

  @Test
  void a_case_given_to_one_post_lies_on_no_other_desk() {
    CaseFile file = started("2020-12-01", "one", "review");
    HandOver aside = new HandOver(Lamps.GUHUAI, PostKind.CASE_OFFICER, 999L);
    lamps.as(
        lamps.officer(),
        () ->
            city.get(CaseTransfers.class).handOver(file.id(), 1, Lamps.form("aside"), aside, "休假"));
    assertThat(page(Question.mine(), null, 10).lines()).isEmpty();
  }

  @Test
  void filters_by_procedure_and_area_hold() {
    started("2020-12-01", "one", "review");
    assertThat(page(new Question(Whose.ALL, "street-lamp", Lamps.GUHUAI, null), null, 10).lines())
        .hasSize(1);
    assertThat(page(new Question(Whose.ALL, "other", null, null), null, 10).lines()).isEmpty();
    assertThat(page(new Question(Whose.ALL, null, Lamps.NANZHANG, null), null, 10).lines())
        .isEmpty();
  }

  @Test
  void pages_neither_repeat_nor_leave_out_while_cases_come_and_go() {
    List<Long> wanted = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      wanted.add(started("2020-12-" + (i % 5 < 2 ? "01" : "03"), "case " + i, "letter").id());
    }
    List<Long> seen = new ArrayList<>();
    Place after = null;
    int round = 0;
    do {
      Page page = page(Question.mine(), after, 4);
      page.lines().forEach(line -> seen.add(line.caseFile().id()));
      after = page.next();
      started("2020-11-30", "new before " + round, "letter");
      started("2020-12-10", "new after " + round, "review");
      round++;
    } while (after != null && round < 100);
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).containsAll(wanted);
  }

  @Test
  void a_place_survives_its_spelling_and_nonsense_is_refused() {
    Place place = new Place(0, java.time.LocalDate.of(2020, 12, 18), 7);
    assertThat(Place.of(place.toString())).isEqualTo(place);
    for (String nonsense :
        List.of("", "0", "0.x.1", "0.2020-12-18", UUID.randomUUID().toString())) {
      assertThatThrownBy(() -> Place.of(nonsense)).isInstanceOf(Refusal.class);
    }
  }
}
