package org.zhengling.platform.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.CitizenTokens;
import org.zhengling.platform.access.store.SignInAddresses;
import org.zhengling.platform.access.store.SignInAttempts;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/**
 * Lets an applicant in with the code of a receipt: to one case, for a short while. What the code is
 * and whether it fits, whoever keeps the case says.
 */
@Component
public class CitizenSessions {
  static final Duration IDLE = Duration.ofMinutes(15);
  static final Duration LONGEST = Duration.ofHours(1);
  static final int FAILURES_OF_A_RECEIPT = 5;

  /** In the hall of a village many people come from one address. */
  static final int FAILURES_OF_AN_ADDRESS = 20;

  static final Duration PAUSE = Duration.ofMinutes(15);
  private static final int TOKEN_BYTES = 32;
  private static final String HOW = "凭回执";

  private final CitizenTokens tokens;
  private final SignInAttempts attempts;
  private final SignInAddresses addresses;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Audit audit;

  CitizenSessions(
      CitizenTokens tokens,
      SignInAttempts attempts,
      SignInAddresses addresses,
      InstantSource clock,
      SecureRandom random,
      Audit audit) {
    this.tokens = tokens;
    this.attempts = attempts;
    this.addresses = addresses;
    this.clock = clock;
    this.random = random;
    this.audit = audit;
  }

  /**
   * Five failures stop a receipt for fifteen minutes, whether there is one or not; twenty from one
   * address stop those from there who were not let in from there lately. The attempt is counted
   * before the code is looked at, so call it outside of a transaction.
   *
   * @param receipt number of the receipt as typed
   * @param address of the network, as the server sees it
   * @param match looks whether receipt and code fit, and to which case they belong
   */
  public CitizenAnswer begin(String receipt, String address, Supplier<Optional<Citizen>> match) {
    String name = "receipt:" + receipt.strip().toUpperCase(Locale.ROOT);
    String place = "receipt:" + new SignInFrom(address, "").place();
    Instant now = clock.instant();
    Optional<Instant> since = addresses.begin(place, FAILURES_OF_AN_ADDRESS, PAUSE, now);
    if (since.isPresent() && !addresses.knows(name, place, now)) {
      return failed(name, "这个地址失败太多，已暂停", new CitizenAnswer.Paused(since.get().plus(PAUSE)));
    }
    Optional<Instant> stopped = attempts.begin(name, FAILURES_OF_A_RECEIPT, PAUSE, now);
    if (stopped.isPresent()) {
      return failed(name, "连续失败，已暂停", new CitizenAnswer.Paused(stopped.get()));
    }
    Optional<Citizen> citizen = match.get();
    if (citizen.isEmpty()) {
      return failed(
          name,
          "回执号或代码不对",
          attempts
              .lockedUntil(name)
              .<CitizenAnswer>map(CitizenAnswer.Paused::new)
              .orElseGet(CitizenAnswer.Wrong::new));
    }
    attempts.forget(name, now);
    addresses.succeeded(name, place, now);
    return letIn(citizen.get(), now);
  }

  /** What was typed leaves its digest alone: it may be anything. */
  private CitizenAnswer failed(String name, String why, CitizenAnswer answer) {
    audit.recordAlone(Act.of(ActKind.SIGN_IN, HOW).carrying(name).refused(why));
    return answer;
  }

  private CitizenAnswer letIn(Citizen citizen, Instant now) {
    tokens.sweep(now.minus(IDLE), now);
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    tokens.add(token, citizen, now, now.plus(LONGEST));
    citizen.call(() -> {
      audit.recordAlone(Act.of(ActKind.SIGN_IN, HOW));
      return token;
    });
    return new CitizenAnswer.Welcome(token, citizen);
  }

  /** Whose token this is right now; empty when the session is over. */
  public Optional<Citizen> resume(String token) {
    Instant now = clock.instant();
    return tokens.find(token, now.minus(IDLE), now);
  }

  /** The applicant of the running request; empty for everybody else. */
  public Optional<Citizen> current() {
    return Citizen.CURRENT.isBound() ? Optional.of(Citizen.CURRENT.get()) : Optional.empty();
  }

  /** Refuses everybody but an applicant. */
  public Citizen require() {
    return current()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.RIGHTS, "没有打开。您还没有凭回执进入，或时间已到。", "请用回执上的号码和代码再进入一次。"));
  }

  /** Ends the session of this browser. */
  public void end(String token) {
    tokens.end(token);
    if (current().isPresent()) {
      audit.recordAlone(Act.of(ActKind.SIGN_OUT, HOW));
    }
  }

  /** Ends every session of a case: its receipt was replaced, or its code became known. */
  public void endAllOf(long caseFile) {
    tokens.endAllOf(caseFile);
  }
}
