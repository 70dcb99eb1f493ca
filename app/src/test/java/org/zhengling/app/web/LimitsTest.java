package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Limits.Bucket MINE = new Limits.Bucket("search", "person 1");
  private Instant now = Instant.parse("2020-09-20T01:00:00Z");
  private final Limits limits = new Limits(() -> now);

  @Test
  void aFullBucketHoldsSoManyTurnsAndSaysWhenTheNextComes() {
    for (int turn = 0; turn < 60; turn++) {
      assertThat(limits.take(MINE, 60)).isEmpty();
    }
    assertThat(limits.take(MINE, 60)).contains(Duration.ofSeconds(1));
    now = now.plusSeconds(1);
    assertThat(limits.take(MINE, 60)).isEmpty();
    assertThat(limits.take(MINE, 60)).isPresent();
  }

  @Test
  void anAttemptThatIsRefusedCostsNothing() {
    for (int turn = 0; turn < 200; turn++) {
      assertThat(limits.take(MINE, 2))
          .isEqualTo(turn < 2 ? Optional.empty() : limits.take(MINE, 2));
    }
    now = now.plusSeconds(30);
    assertThat(limits.take(MINE, 2)).isEmpty();
  }

  @Test
  void aBucketNeverHoldsMoreThanItsTurnsHoweverLongItRested() {
    limits.take(MINE, 3);
    now = now.plusSeconds(86_400);
    for (int turn = 0; turn < 3; turn++) {
      assertThat(limits.take(MINE, 3)).isEmpty();
    }
    assertThat(limits.take(MINE, 3)).contains(Duration.ofSeconds(20));
  }

  @Test
  void nobodyUsesUpTheTurnsOfAnotherOrOfAnotherKind() {
    limits.take(MINE, 1);
    assertThat(limits.take(MINE, 1)).isPresent();
    assertThat(limits.take(new Limits.Bucket("search", "person 2"), 1)).isEmpty();
    assertThat(limits.take(new Limits.Bucket("upload", "person 1"), 1)).isEmpty();
  }

  @Test
  void aFloodOfAddressesIsForgottenFromItsOldEndAndTakesNobodysTurnAway() {
    limits.take(MINE, 1);
    for (int address = 0; address < 50_000; address++) {
      assertThat(limits.take(new Limits.Bucket("search", "address " + address), 1)).isEmpty();
    }
    assertThat(limits.take(new Limits.Bucket("search", "address 49999"), 1)).isPresent();
    assertThat(limits.take(MINE, 1)).as("longest unheard of").isEmpty();
  }
}
