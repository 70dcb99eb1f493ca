package org.zhengling.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.quantity.Share;

/** Splitting by shares to the fen. */
class FundingPlanTest {
  private static FundingPlan plan(List<Share> shares) {
    List<FundingPlan.Part> parts = new ArrayList<>();
    for (Share share : shares) {
      parts.add(new FundingPlan.Part(Treasury.fund("资金" + parts.size()), share));
    }
    return new FundingPlan(parts);
  }

  @Test
  void the_largest_remainder_gets_the_fen_and_of_equals_the_first() {
    List<Share> thirds = List.of(new Share(1, 3), new Share(1, 3), new Share(1, 3));
    assertThat(plan(thirds).split(100)).containsExactly(34L, 33L, 33L);
    assertThat(plan(thirds).split(101)).containsExactly(34L, 34L, 33L);
    List<Share> levels = List.of(new Share(1, 2), new Share(3, 10), new Share(1, 5));
    assertThat(plan(levels).split(33)).containsExactly(16L, 10L, 7L);
    assertThat(plan(levels).split(1)).containsExactly(1L, 0L, 0L);
  }

  @Test
  void shares_that_make_no_whole_are_refused() {
    assertThatThrownBy(() -> plan(List.of(new Share(1, 3), new Share(1, 3))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  boolean the_parts_are_the_amount_and_each_is_within_a_fen_of_its_share(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100) Integer> weights,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long fen) {
    long whole = weights.stream().mapToLong(Integer::longValue).sum();
    List<Long> split = plan(weights.stream().map(one -> new Share(one, whole)).toList()).split(fen);
    boolean sums = split.stream().mapToLong(Long::longValue).sum() == fen;
    boolean near = true;
    for (int i = 0; i < weights.size(); i++) {
      near &= Math.abs(split.get(i) * whole - fen * weights.get(i)) < whole;
    }
    return sums && near;
  }
}
