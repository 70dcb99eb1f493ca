package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;

/** Handing over, withdrawing and opening again, each with its ground. */
class CaseTransfersTest {
  private final Lamps lamps = new Lamps();
  private final CityHall city = lamps.city;
  private final CaseTransfers transfers = city.get(CaseTransfers.class);
  private final Cases cases = city.get(Cases.class);
  private final CaseFile file = lamps.open("one");

  @AfterEach
  void close() {
    lamps.close();
  }

  @Test
  void a_case_that_was_withdrawn_ends_with_its_clocks_and_its_ground() {
    lamps.as(lamps.officer(), () -> city.get(CaseClocks.class).start(file.id(), "review"));
    CaseFile ended =
        lamps.clerk().call(() -> transfers.withdraw(file.id(), 1, Lamps.form("w"), "自己修好了"));
    assertThat(ended.standing().phase()).isEqualTo(Phase.WITHDRAWN);
    assertThat(ended.closedOn()).isEqualTo("2020-09-20");
    assertThat(lamps.officer().call(() -> city.get(CaseClocks.class).of(file.id())))
        .noneMatch(CaseClock::runs);
    CaseAction last = lamps.officer().call(() -> cases.actions(file.id())).getLast();
    assertThat(last.kind()).isEqualTo("office.withdrawn");
    assertThat(last.payload()).contains("自己修好了");
    assertThatThrownBy(() ->
            lamps.as(lamps.clerk(), () -> transfers.withdraw(file.id(), 2, Lamps.form("x"), "又一次")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已撤回");
  }

  @Test
  void who_decides_opens_a_case_again_where_its_procedure_says() {
    CaseFile closed = lamps.act(file, "mended", Standing.closed("已修复", PostKind.CASE_OFFICER));
    SignedIn decider = city.at(Lamps.GUHUAI, PostKind.DECIDER);
    CaseFile open =
        decider.call(() -> transfers.reopen(file.id(), closed.version(), Lamps.form("r"), "又坏了"));
    assertThat(open.standing().word()).isEqualTo("重新检修");
    assertThat(open.standing().phase()).isEqualTo(Phase.OPEN);
    assertThat(open.closedOn()).isNull();
    assertThatThrownBy(() ->
            lamps.as(
                decider, () -> transfers.reopen(file.id(), open.version(), Lamps.form("r2"), "再开")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("还在办");
    assertThatThrownBy(() ->
            lamps.as(
                lamps.clerk(),
                () -> transfers.reopen(file.id(), open.version(), Lamps.form("r3"), "再开")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void no_ground_no_act_and_an_older_page_is_told() {
    assertThatThrownBy(() ->
            lamps.as(lamps.clerk(), () -> transfers.withdraw(file.id(), 1, Lamps.form("w"), " ")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("理由");
    lamps.act(file, "seen", file.standing());
    assertThatThrownBy(() ->
            lamps.as(lamps.clerk(), () -> transfers.withdraw(file.id(), 1, Lamps.form("w"), "好了")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已改过这份申请");
  }

  @Test
  void a_case_handed_to_the_county_stays_in_sight_of_its_township() {
    HandOver up = new HandOver(CityHall.RENCHENG, PostKind.DECIDER, null);
    CaseFile above =
        lamps.officer().call(() -> transfers.handOver(file.id(), 1, Lamps.form("up"), up, "县里审批"));
    assertThat(above.deskArea()).isEqualTo(CityHall.RENCHENG);
    assertThat(above.area()).isEqualTo(Lamps.GUHUAI);
    assertThat(lamps.clerk().call(() -> cases.file(file.id())).standing().desk())
        .isEqualTo(PostKind.DECIDER);
  }
}
