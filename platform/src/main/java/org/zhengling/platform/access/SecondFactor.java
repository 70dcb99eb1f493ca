package org.zhengling.platform.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.People.Person;
import org.zhengling.platform.access.store.SecondFactors;

/** The code on a person's phone: set up, confirmed, checked, and the codes for a lost phone. */
@Component
class SecondFactor {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final int RECOVERY_LENGTH = 16;
  private static final int GROUP = 4;
  private static final String ISSUER = "政令通";

  private final SecondFactors factors;
  private final FactorSecrets secrets;
  private final SecureRandom random;
  private final InstantSource clock;

  SecondFactor(
      SecondFactors factors, FactorSecrets secrets, SecureRandom random, InstantSource clock) {
    this.factors = factors;
    this.secrets = secrets;
    this.random = random;
    this.clock = clock;
  }

  boolean active(long person) {
    return factors.of(person).filter(SecondFactors.Row::confirmed).isPresent();
  }

  int recoveryCodesLeft(long person) {
    return factors.recoveryCodesLeft(person);
  }

  /** Draws a secret; one that was drawn before and never confirmed is forgotten. */
  void propose(long person) {
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    if (!factors.propose(person, secrets.seal(person, secret), clock.instant())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有重新开始。您已经启用二次验证。", "要换手机，请先停用再启用；手机丢了，请找安全管理岗重置。");
    }
  }

  /** What to scan; empty when nothing was begun or it is confirmed already. */
  Optional<Enrolment> proposed(Person person) {
    return factors
        .of(person.id())
        .filter(row -> !row.confirmed())
        .map(row -> enrolment(person, secrets.open(person.id(), row.sealed())));
  }

  private static Enrolment enrolment(Person person, byte[] secret) {
    String text = Totp.base32(secret);
    String label = encode(ISSUER) + ":" + encode(person.signInName());
    return new Enrolment(
        text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + encode(ISSUER));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Turns the second factor on and answers the recovery codes, which nobody sees again. */
  @Transactional
  List<String> confirm(long person, String code) {
    SecondFactors.Row row =
        factors
            .of(person)
            .filter(one -> !one.confirmed())
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.CONFLICT, "没有启用。还没有开始，或已经启用过。", "请回到我的账户重新打开。"));
    if (!useCode(person, row, plain(code))) {
      throw new Misfilled(Map.of("code", "动态码不对，或已经换了。请写手机上现在显示的 6 位数；手机时间要准。"));
    }
    factors.confirm(person, clock.instant());
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      byte[] bytes = new byte[RECOVERY_BYTES];
      random.nextBytes(bytes);
      codes.add(Totp.base32(bytes));
    }
    factors.replaceRecoveryCodes(person, codes);
    return codes.stream().map(SecondFactor::grouped).toList();
  }

  private static String grouped(String code) {
    return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  /** True once for every code: one of the phone, or a recovery code. */
  @Transactional
  boolean accepts(long person, String typed) {
    Optional<SecondFactors.Row> row = factors.of(person).filter(SecondFactors.Row::confirmed);
    if (row.isEmpty()) {
      return false;
    }
    String code = plain(typed);
    return code.length() == RECOVERY_LENGTH
        ? factors.useRecoveryCode(person, code, clock.instant())
        : useCode(person, row.get(), code);
  }

  private boolean useCode(long person, SecondFactors.Row row, String code) {
    Instant now = clock.instant();
    OptionalLong step = Totp.matching(secrets.open(person, row.sealed()), code, now);
    return step.isPresent() && factors.useStep(person, step.getAsLong());
  }

  /** Spaces and lines between groups make no difference, nor does a full-width digit. */
  private static String plain(String typed) {
    return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
        .replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT);
  }

  boolean remove(long person) {
    return factors.remove(person);
  }
}
