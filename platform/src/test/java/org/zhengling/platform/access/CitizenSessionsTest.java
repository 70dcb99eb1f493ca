package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.Digest;

/** An applicant shows receipt and code; whether they fit is said by whoever keeps the case. */
class CitizenSessionsTest {
  private static final Citizen CASE = new Citizen(137, "任古救〔2020〕137号", Office.RENCHENG);
  private static final String HALL = "10.1.2.3";

  private final Office office = new Office();
  private final CitizenSessions citizens = office.get(CitizenSessions.class);

  @AfterEach
  void close() {
    office.close();
  }

  private CitizenAnswer shows(String receipt, String code, String address) {
    return citizens.begin(
        receipt,
        address,
        () ->
            receipt.equals("R-137") && code.equals("right") ? Optional.of(CASE) : Optional.empty());
  }

  private String letIn() {
    return ((CitizenAnswer.Welcome) shows("R-137", "right", HALL)).token();
  }

  @Test
  void a_code_that_fits_lets_in_to_its_case_alone_and_nameless() {
    String token = letIn();
    Citizen citizen = citizens.resume(token).orElseThrow();
    assertThat(citizen).isEqualTo(CASE);
    citizen.call(() -> {
      assertThat(citizens.current()).contains(CASE);
      assertThat(Scope.current()).contains(Scope.ofCase(137));
      assertThat(office.get(CurrentPost.class).current()).isEmpty();
      return true;
    });
    assertThat(citizens.current()).isEmpty();
    assertThatThrownBy(citizens::require).isInstanceOf(Refusal.class);
  }

  @Test
  void the_database_knows_the_digest_of_a_token_alone() {
    String token = letIn();
    assertThat(
            office
                .seeingEverything()
                .sql("select digest from access.citizen_session")
                .query(String.class)
                .list())
        .containsExactly(Digest.of(token));
    assertThat(letIn()).isNotEqualTo(token);
    assertThat(new CitizenAnswer.Welcome(token, CASE).toString()).doesNotContain(token);
  }

  @Test
  void it_ends_after_a_quarter_of_an_hour_unused_and_after_an_hour_however_busy() {
    String idle = letIn();
    office.pass(Duration.ofMinutes(15));
    assertThat(citizens.resume(idle)).isEmpty();
    String busy = letIn();
    for (int minutes = 10; minutes < 60; minutes += 10) {
      office.pass(Duration.ofMinutes(10));
      assertThat(citizens.resume(busy)).as("after %d minutes", minutes).isPresent();
    }
    office.pass(Duration.ofMinutes(10));
    assertThat(citizens.resume(busy)).isEmpty();
  }

  @Test
  void it_ends_when_the_applicant_leaves_and_when_the_receipt_is_replaced() {
    String left = letIn();
    CASE.call(() -> {
      citizens.end(left);
      return true;
    });
    assertThat(citizens.resume(left)).isEmpty();
    String replaced = letIn();
    citizens.endAllOf(CASE.caseFile());
    assertThat(citizens.resume(replaced)).isEmpty();
  }

  @Test
  void five_failures_stop_a_receipt_whether_there_is_one_or_not() {
    for (String receipt : new String[] {"R-137", "R-nobody"}) {
      for (int failure = 1; failure < 5; failure++) {
        assertThat(shows(receipt, "wrong", "10.9.9." + failure))
            .isInstanceOf(CitizenAnswer.Wrong.class);
      }
      assertThat(shows(receipt, "wrong", "10.9.9.5")).isInstanceOf(CitizenAnswer.Paused.class);
    }
    assertThat(shows(" r-137 ", "right", "10.9.9.6"))
        .as("another way to write it")
        .isInstanceOf(CitizenAnswer.Paused.class);
    office.pass(Duration.ofMinutes(15));
    assertThat(shows("R-137", "right", "10.9.9.7")).isInstanceOf(CitizenAnswer.Welcome.class);
  }

  @Test
  void twenty_failures_from_an_address_stop_strangers_there_and_no_official() {
    letIn();
    office.reporterOf(Office.RENCHENG, "zhangsan");
    for (int failure = 0; failure < 20; failure++) {
      assertThat(shows("R-" + failure, "wrong", HALL)).isInstanceOf(CitizenAnswer.Wrong.class);
    }
    assertThat(shows("R-20", "wrong", HALL)).isInstanceOf(CitizenAnswer.Paused.class);
    assertThat(shows("R-137", "right", HALL))
        .as("who was let in from there before")
        .isInstanceOf(CitizenAnswer.Welcome.class);
    assertThat(office.signIn("zhangsan", Office.PASSWORD)).isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void the_audit_knows_the_case_and_no_name_and_of_a_failure_the_digest_alone() {
    letIn();
    shows("R-137", "wrong", HALL);
    assertThat(
            office
                .seeingEverything()
                .sql(
                    """
                    select actor_name || '|' || post_title || '|' || coalesce(case_number, '') || '|' || area
                           || '|' || coalesce(refused, '') || '|' || (details is not null)
                    from audit.entry where act = 'SIGN_IN' and about = '凭回执' order by at, refused nulls first
                    """)
                .query((row, number) -> row.getString(1))
                .list())
        .contains("申请人|凭回执|任古救〔2020〕137号|370811000000||false")
        .anySatisfy(line -> assertThat(line).contains("|回执号或代码不对|true"))
        .noneSatisfy(line -> assertThat(line).contains("R-137"));
  }
}
