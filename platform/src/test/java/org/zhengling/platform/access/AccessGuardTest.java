package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.SecurityViews;
import org.zhengling.platform.access.store.SecurityViews.GuardedPerson;

class AccessGuardTest {
  private final Office office = new Office();
  private final AccessGuard guard = office.get(AccessGuard.class);
  private final SignIns signIns = office.get(SignIns.class);

  @SuppressWarnings("NullAway.Init")
  private SignedIn security;

  @SuppressWarnings("NullAway.Init")
  private SignInAnswer.Welcome zhang;

  private long person;

  @BeforeEach
  void aCountyWithItsSecurityAdministrator() {
    long id = office.person("anquan", PostKind.SECURITY_ADMINISTRATOR, Office.RENCHENG);
    security = office.at(id, "anquan");
    person = office.reporterOf(Office.RENCHENG, "zhangsan").personId();
    zhang = office.welcome("zhangsan");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void asSecurity(Runnable act) {
    as(security, act);
  }

  private static void as(SignedIn who, Runnable act) {
    who.call(() -> {
      act.run();
      return Boolean.TRUE;
    });
  }

  private GuardedPerson seen() {
    return security
        .call(() ->
            office
                .get(SecurityViews.class)
                .inScope(person, office.today(), Duration.ofMinutes(30), office.now()))
        .orElseThrow();
  }

  @Test
  void the_list_shows_the_county_alone_and_locked_names_first() {
    office.reporterOf(Office.WEISHAN, "lisi");
    office.enter("wangwu", Office.RENCHENG);
    for (int failure = 0; failure < 5; failure++) {
      office.signIn("wangwu", "guess");
    }
    List<GuardedPerson> people =
        security.call(() ->
            office
                .get(SecurityViews.class)
                .inScope(office.today(), Duration.ofMinutes(30), office.now()));
    assertThat(people)
        .extracting(GuardedPerson::signInName)
        .containsExactly("wangwu", "zhangsan", "anquan");
  }

  @Test
  void sessions_are_ended_at_once() {
    assertThat(seen().sessions()).isEqualTo(2);
    asSecurity(() -> guard.endSessions(person));
    assertThat(signIns.resume(zhang.token())).isEmpty();
    assertThat(seen().sessions()).isZero();
  }

  @Test
  void a_locked_name_is_seen_and_unlocked() {
    for (int failure = 0; failure < 5; failure++) {
      office.signIn("zhangsan", "guess");
    }
    assertThat(seen().lockedUntil()).isNotNull();
    asSecurity(() -> guard.unlock(person));
    assertThat(seen().lockedUntil()).isNull();
    assertThat(office.welcome("zhangsan")).isNotNull();
    assertThatThrownBy(() -> asSecurity(() -> guard.unlock(person))).hasMessageContaining("没有被锁定");
  }

  @Test
  void a_password_that_others_know_opens_nothing_any_more() {
    asSecurity(() -> guard.stopPassword(person));
    assertThat(signIns.resume(zhang.token())).isEmpty();
    assertThat(office.signIn("zhangsan", Office.PASSWORD)).isEqualTo(new SignInAnswer.Wrong());
    OneTimeLink link = office.administrator().call(() -> office.get(Access.class).newLink(person));
    office.get(OneTimeLinks.class).setPassword(link.token(), Office.PASSWORD);
    assertThat(office.welcome("zhangsan")).isNotNull();
  }

  @Test
  void a_lost_phone_is_forgotten() {
    SecondFactor factor = office.get(SecondFactor.class);
    factor.propose(person);
    byte[] secret =
        office
            .get(FactorSecrets.class)
            .open(
                person,
                office
                    .get(org.zhengling.platform.access.store.SecondFactors.class)
                    .of(person)
                    .orElseThrow()
                    .sealed());
    factor.confirm(person, Totp.code(secret, Totp.step(office.now())));
    assertThat(office.signIn("zhangsan", Office.PASSWORD))
        .isInstanceOf(SignInAnswer.CodeAwaited.class);
    asSecurity(() -> guard.resetSecondFactor(person));
    assertThat(signIns.resume(zhang.token())).isEmpty();
    assertThat(office.welcome("zhangsan")).isNotNull();
  }

  @Test
  void people_elsewhere_are_out_of_reach() {
    long weishan = office.reporterOf(Office.WEISHAN, "lisi").personId();
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> asSecurity(() -> guard.endSessions(weishan)));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT);
    office
        .administrator()
        .call(() -> office.get(Access.class).givePost(weishan, office.reporter(Office.RENCHENG)));
    Refusal both =
        catchThrowableOfType(Refusal.class, () -> asSecurity(() -> guard.stopPassword(weishan)));
    assertThat(both.kind()).isEqualTo(Refusal.Kind.RIGHTS);
    assertThat(office.welcome("lisi")).isNotNull();
  }

  @Test
  void nobody_else_may_any_of_it() {
    for (SignedIn who : List.of(office.administrator(), zhang.signedIn())) {
      for (Runnable act :
          List.<Runnable>of(
              () -> guard.endSessions(person),
              () -> guard.endSession(person, 1),
              () -> guard.unlock(person),
              () -> guard.stopPassword(person),
              () -> guard.resetSecondFactor(person),
              () -> guard.link(person, "https://id.example", "x"),
              () -> guard.unlink(person),
              () -> guard.endDelegation(1))) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> as(who, act));
        assertThat(Objects.requireNonNull(refusal).kind()).isEqualTo(Refusal.Kind.RIGHTS);
      }
    }
  }

  @Test
  void a_delegation_of_the_scope_is_ended() {
    office.reporterOf(Office.WEISHAN, "lisi");
    long lent =
        zhang
            .signedIn()
            .call(() ->
                office
                    .get(Delegations.class)
                    .lend("lisi", office.today(), office.today().plusDays(3)));
    long foreign =
        office
            .at(office.person("wangwu", PostKind.LEADER, Office.WEISHAN), "wangwu")
            .call(() ->
                office
                    .get(Delegations.class)
                    .lend("zhangsan", office.today(), office.today().plusDays(3)));
    asSecurity(() -> guard.endDelegation(lent));
    assertThatThrownBy(() -> asSecurity(() -> guard.endDelegation(lent)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> asSecurity(() -> guard.endDelegation(foreign)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> asSecurity(() -> guard.endDelegation(zhang.signedIn().post().id())))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void an_outside_account_belongs_to_one_person() {
    String issuer = "https://id.example";
    asSecurity(() -> guard.link(person, issuer, " a1b2 "));
    assertThat(seen().outside()).isEqualTo("a1b2");
    assertThatThrownBy(() -> asSecurity(() -> guard.link(person, issuer, "a1b2")))
        .isInstanceOf(Misfilled.class);
    assertThatThrownBy(() -> asSecurity(() -> guard.link(person, issuer, " ")))
        .isInstanceOf(Misfilled.class);
    asSecurity(() -> guard.unlink(person));
    assertThat(seen().outside()).isNull();
  }
}
