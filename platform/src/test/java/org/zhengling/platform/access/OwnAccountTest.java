package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.SecurityViews;
import org.zhengling.platform.access.store.SecurityViews.SessionLine;

class OwnAccountTest {
  private static final String FRESH = "xian hua cong zhong lai";

  private final Office office = new Office();
  private final SignIns signIns = office.get(SignIns.class);
  private final OwnAccount account = office.get(OwnAccount.class);

  @BeforeEach
  void oneReporter() {
    office.reporterOf(Office.RENCHENG, "zhangsan");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private List<SessionLine> sessions(SignedIn whose, String token) {
    return office
        .get(SecurityViews.class)
        .sessionsOf(whose.personId(), token, Duration.ofMinutes(30), office.now());
  }

  @Test
  void a_new_password_goes_on_here_and_ends_every_other_session() {
    String elsewhere = office.welcome("zhangsan").token();
    SignInAnswer.Welcome here = office.welcome("zhangsan");
    office.pass(Duration.ofSeconds(1));
    String token =
        here.signedIn().call(() -> account.changePassword(here.token(), Office.PASSWORD, FRESH));
    assertThat(signIns.resume(token)).contains(here.signedIn());
    assertThat(signIns.resume(here.token())).isEmpty();
    assertThat(signIns.resume(elsewhere)).isEmpty();
    assertThat(office.signIn("zhangsan", Office.PASSWORD)).isEqualTo(new SignInAnswer.Wrong());
    assertThat(office.signIn("zhangsan", FRESH)).isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void the_old_password_is_asked_and_the_new_one_judged() {
    SignInAnswer.Welcome here = office.welcome("zhangsan");
    Misfilled both =
        catchThrowableOfType(
            Misfilled.class,
            () ->
                here.signedIn()
                    .call(() -> account.changePassword(here.token(), "guessed", "short")));
    assertThat(both.problems()).containsOnlyKeys("old", "password");
    Misfilled same =
        catchThrowableOfType(
            Misfilled.class,
            () ->
                here.signedIn()
                    .call(() ->
                        account.changePassword(here.token(), Office.PASSWORD, Office.PASSWORD)));
    assertThat(same.problems()).containsOnlyKeys("password");
  }

  @Test
  void whoever_guesses_the_old_password_at_a_left_screen_is_stopped() {
    SignInAnswer.Welcome here = office.welcome("zhangsan");
    for (int guess = 0; guess < 5; guess++) {
      assertThatThrownBy(() ->
              here.signedIn().call(() -> account.changePassword(here.token(), "guess", FRESH)))
          .isInstanceOf(Misfilled.class);
    }
    Misfilled stopped =
        catchThrowableOfType(
            Misfilled.class,
            () ->
                here.signedIn()
                    .call(() -> account.changePassword(here.token(), Office.PASSWORD, FRESH)));
    assertThat(stopped.problems().get("old")).contains("已暂停");
  }

  @Test
  void a_person_sees_where_they_are_signed_in_and_ends_one_or_all_others() {
    SignInAnswer.Welcome first = office.welcome("zhangsan");
    office.pass(Duration.ofMinutes(2));
    SignInAnswer.Welcome second = office.welcome("zhangsan");
    SignedIn zhang = second.signedIn();
    List<SessionLine> lines = sessions(zhang, second.token());
    assertThat(lines).hasSize(3).allMatch(line -> line.device().equals("Windows，Edge"));
    assertThat(lines).filteredOn(SessionLine::current).hasSize(1);
    long old =
        sessions(zhang, first.token()).stream()
            .filter(SessionLine::current)
            .findFirst()
            .orElseThrow()
            .id();
    zhang.call(() -> endOne(old));
    assertThat(signIns.resume(first.token())).isEmpty();
    assertThat(zhang.call(() -> account.endOtherSessions(second.token()))).isEqualTo(1);
    assertThat(sessions(zhang, second.token())).hasSize(1);
    assertThat(signIns.resume(second.token())).isPresent();
  }

  private long endOne(long session) {
    account.endSession(session);
    return session;
  }

  @Test
  void nobody_ends_the_session_of_another_that_way() {
    SignInAnswer.Welcome zhang = office.welcome("zhangsan");
    long hers = sessions(zhang.signedIn(), zhang.token()).getFirst().id();
    SignedIn li = office.reporterOf(Office.RENCHENG, "lisi");
    assertThatThrownBy(() -> li.call(() -> endOne(hers))).isInstanceOf(Refusal.class);
    assertThat(signIns.resume(zhang.token())).isPresent();
  }
}
