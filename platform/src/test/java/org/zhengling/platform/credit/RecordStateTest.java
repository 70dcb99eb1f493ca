package org.zhengling.platform.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengling.platform.credit.RecordState.Checking;
import org.zhengling.platform.credit.RecordState.Step;
import org.zhengling.platform.credit.RecordState.Telling;

/** How a record stands after what happened to it. */
class RecordStateTest {
  private static final LocalDate DAY = LocalDate.of(2021, 3, 1);
  private static final LocalDate END = LocalDate.of(2026, 2, 1);
  private static final Step TOLD = new Step.Told(DAY, Telling.BY_HAND);
  private static final Step OBJECTED = new Step.Objection(DAY.plusDays(1), Checking.ALONE);

  private static RecordState on(LocalDate day, Step... steps) {
    return RecordState.of(List.of(steps), END, day);
  }

  @Test
  void who_was_not_told_has_no_record_that_counts() {
    assertThat(on(DAY)).isEqualTo(new RecordState.NotTold());
    assertThat(on(DAY).effectiveUntil()).isNull();
    assertThat(on(DAY, TOLD)).isEqualTo(new RecordState.Effective(END));
  }

  @Test
  void an_objection_takes_the_effect_until_it_is_answered() {
    assertThat(on(DAY.plusDays(2), TOLD, OBJECTED).effectiveUntil()).isNull();
    assertThat(on(DAY.plusDays(9), TOLD, OBJECTED, new Step.Rejected(DAY.plusDays(3))))
        .isEqualTo(new RecordState.Effective(END));
    assertThat(on(DAY.plusDays(9), TOLD, OBJECTED, new Step.TakenBack(DAY.plusDays(3))))
        .isEqualTo(new RecordState.Withdrawn(DAY.plusDays(3)));
  }

  @Test
  void every_record_ends() {
    assertThat(on(END.minusDays(1), TOLD)).isEqualTo(new RecordState.Effective(END));
    assertThat(on(END, TOLD)).isEqualTo(new RecordState.Expired(END));
    assertThat(on(END)).isEqualTo(new RecordState.Expired(END));
    assertThat(on(END, TOLD, new Step.MadeGood(DAY.plusMonths(4))))
        .isEqualTo(new RecordState.Repaired(DAY.plusMonths(4)));
  }
}
