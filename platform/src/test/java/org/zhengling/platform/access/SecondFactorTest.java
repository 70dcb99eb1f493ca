package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.People;
import org.zhengling.platform.access.store.SecondFactors;
import org.zhengling.platform.keys.KeyRotation;

class SecondFactorTest {
  private final Office office = new Office();
  private final SignIns signIns = office.get(SignIns.class);
  private final OwnAccount account = office.get(OwnAccount.class);

  @SuppressWarnings("NullAway.Init")
  private SignedIn zhang;

  @BeforeEach
  void oneReporter() {
    zhang = office.reporterOf(Office.RENCHENG, "zhangsan");
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** What the phone shows: the secret as it is kept, opened as the program opens it. */
  private String shown(long person) {
    byte[] sealed = office.get(SecondFactors.class).of(person).orElseThrow().sealed();
    byte[] secret = office.get(FactorSecrets.class).open(person, sealed);
    return Totp.code(secret, Totp.step(office.now()));
  }

  private List<String> enrol() {
    return zhang.call(() -> {
      account.beginSecondFactor();
      return account.confirmSecondFactor(shown(zhang.personId()));
    });
  }

  private void nextCode() {
    office.pass(Duration.ofSeconds(30));
  }

  private String halfWay() {
    return ((SignInAnswer.CodeAwaited) office.signIn("zhangsan", Office.PASSWORD)).token();
  }

  @Test
  void with_a_second_factor_the_password_alone_opens_nothing() {
    enrol();
    nextCode();
    String token = halfWay();
    assertThat(signIns.resume(token)).isEmpty();
    assertThat(signIns.enrolment(token)).isEmpty();
    SignInAnswer.Welcome welcome =
        (SignInAnswer.Welcome) signIns.confirm(token, shown(zhang.personId()));
    assertThat(welcome.token()).isNotEqualTo(token);
    assertThat(signIns.resume(welcome.token())).isPresent();
    assertThat(signIns.confirm(token, "000000")).isEqualTo(new SignInAnswer.Forgotten());
  }

  @Test
  void a_code_works_once() {
    enrol();
    assertThat(signIns.confirm(halfWay(), shown(zhang.personId())))
        .as("the code that set it up")
        .isEqualTo(new SignInAnswer.Wrong());
    nextCode();
    String code = shown(zhang.personId());
    assertThat(signIns.confirm(halfWay(), code)).isInstanceOf(SignInAnswer.Welcome.class);
    assertThat(signIns.confirm(halfWay(), code)).isEqualTo(new SignInAnswer.Wrong());
  }

  @Test
  void five_wrong_codes_lock_the_second_step() {
    enrol();
    nextCode();
    String token = halfWay();
    for (int wrong = 1; wrong < 5; wrong++) {
      assertThat(signIns.confirm(token, "12345")).isEqualTo(new SignInAnswer.Wrong());
    }
    assertThat(signIns.confirm(token, "12345")).isInstanceOf(SignInAnswer.Locked.class);
    assertThat(signIns.confirm(halfWay(), shown(zhang.personId())))
        .isInstanceOf(SignInAnswer.Locked.class);
    office.pass(Duration.ofMinutes(15));
    assertThat(signIns.confirm(halfWay(), shown(zhang.personId())))
        .isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void a_recovery_code_stands_in_once() {
    List<String> codes = enrol();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(one -> one.length() == 19);
    String typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
    assertThat(signIns.confirm(halfWay(), typed)).isInstanceOf(SignInAnswer.Welcome.class);
    assertThat(signIns.confirm(halfWay(), typed)).isEqualTo(new SignInAnswer.Wrong());
    assertThat(zhang.call(account::secondFactor).recoveryCodesLeft()).isEqualTo(9);
    assertThat(
            office
                .seeingEverything()
                .sql("select digest from access.recovery_code")
                .query((row, number) -> row.getString(1))
                .list())
        .hasSize(10)
        .noneMatch(digest -> digest.contains(codes.getFirst().replace("-", "")));
  }

  @Test
  void an_unconfirmed_one_does_not_count() {
    zhang.call(() -> {
      account.beginSecondFactor();
      return null;
    });
    assertThat(office.welcome("zhangsan")).isNotNull();
    Misfilled problem =
        catchThrowableOfType(
            Misfilled.class, () -> zhang.call(() -> account.confirmSecondFactor("12345")));
    assertThat(problem.problems()).containsOnlyKeys("code");
  }

  @Test
  void the_secret_is_sealed_and_opens_for_its_person_alone() {
    enrol();
    People.Person person = office.get(People.class).byId(zhang.personId()).orElseThrow();
    byte[] sealed = office.get(SecondFactors.class).of(person.id()).orElseThrow().sealed();
    FactorSecrets secrets = office.get(FactorSecrets.class);
    byte[] secret = secrets.open(person.id(), sealed);
    assertThat(secret).hasSize(Totp.SECRET_BYTES);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> secrets.open(person.id() + 1, sealed)).isInstanceOf(Refusal.class);
  }

  @Test
  void secrets_are_sealed_anew_when_keys_change() {
    enrol();
    SecondFactors factors = office.get(SecondFactors.class);
    var before = factors.keysInUse();
    office.get(KeyRotation.class).rotate();
    office.pass(Duration.ofHours(1));
    office.get(KeyRotation.class).settle();
    assertThat(factors.keysInUse()).hasSize(1).doesNotContainAnyElementsOf(before);
    assertThat(signIns.confirm(halfWay(), shown(zhang.personId())))
        .isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void an_administrator_sets_one_up_before_the_first_page() {
    long person = office.person("anquan", PostKind.SECURITY_ADMINISTRATOR, Office.RENCHENG);
    String token =
        ((SignInAnswer.EnrolmentAwaited) office.signIn("anquan", Office.PASSWORD)).token();
    assertThat(signIns.resume(token)).isEmpty();
    assertThat(signIns.confirm(token, shown(person))).isEqualTo(new SignInAnswer.Forgotten());
    Enrolment enrolment = signIns.enrolment(token).orElseThrow();
    assertThat(enrolment.address()).startsWith("otpauth://totp/").contains(enrolment.secret());
    SignIns.Enrolled done = signIns.enrol(token, shown(person));
    assertThat(done.recoveryCodes()).hasSize(10);
    assertThat(done.answer()).isInstanceOf(SignInAnswer.Welcome.class);
    assertThat(office.signIn("anquan", Office.PASSWORD))
        .isInstanceOf(SignInAnswer.CodeAwaited.class);
    assertThatThrownBy(() ->
            office
                .at(person, "anquan")
                .call(() -> {
                  account.dropSecondFactor("x");
                  return null;
                }))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("必须有二次验证");
  }

  @Test
  void a_city_may_ask_everybody_or_nobody() {
    for (String who : List.of("everybody", "nobody")) {
      try (Office city = new Office(Map.of("zl.second-factor.required", who))) {
        city.person("anquan", PostKind.SECURITY_ADMINISTRATOR, Office.RENCHENG);
        city.person("tianbao", PostKind.REPORTER, Office.RENCHENG);
        Class<?> expected =
            who.equals("nobody") ? SignInAnswer.Welcome.class : SignInAnswer.EnrolmentAwaited.class;
        assertThat(city.signIn("anquan", Office.PASSWORD)).isInstanceOf(expected);
        assertThat(city.signIn("tianbao", Office.PASSWORD)).isInstanceOf(expected);
      }
    }
  }

  @Test
  void it_is_turned_off_with_a_code() {
    enrol();
    nextCode();
    assertThatThrownBy(() -> zhang.call(() -> drop("12345"))).isInstanceOf(Misfilled.class);
    zhang.call(() -> drop(shown(zhang.personId())));
    assertThat(office.welcome("zhangsan")).isNotNull();
  }

  private String drop(String code) {
    account.dropSecondFactor(code);
    return code;
  }
}
