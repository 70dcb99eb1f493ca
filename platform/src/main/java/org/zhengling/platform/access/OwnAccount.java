package org.zhengling.platform.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.People;
import org.zhengling.platform.access.store.People.Person;
import org.zhengling.platform.access.store.Sessions;
import org.zhengling.platform.access.store.SignInAttempts;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/** What everybody may do about their own account: password, second factor, sessions. */
@Component
public class OwnAccount {
  private final CurrentPost current;
  private final People people;
  private final Sessions sessions;
  private final SignIns signIns;
  private final SignInAttempts attempts;
  private final Passwords passwords;
  private final SecondFactor factor;
  private final AccessSettings settings;
  private final InstantSource clock;

  private final Audit audit;

  OwnAccount(
      CurrentPost current,
      People people,
      Sessions sessions,
      SignIns signIns,
      SignInAttempts attempts,
      Passwords passwords,
      SecondFactor factor,
      AccessSettings settings,
      InstantSource clock,
      Audit audit) {
    this.audit = audit;
    this.current = current;
    this.people = people;
    this.sessions = sessions;
    this.signIns = signIns;
    this.attempts = attempts;
    this.passwords = passwords;
    this.factor = factor;
    this.settings = settings;
    this.clock = clock;
  }

  /** Ends every session of the person, and answers the token of the one that takes its place. */
  public String changePassword(String token, String old, String fresh) {
    SignedIn signedIn = current.require();
    Person person = people.byId(signedIn.personId()).orElseThrow();
    Optional<Instant> locked =
        attempts.begin(
            person.signInName(), SignIns.FAILURES_ALLOWED, SignIns.PAUSE, clock.instant());
    if (locked.isPresent()) {
      throw new Misfilled(Map.of("old", "原来的密码连续几次不对，已暂停。请过 15 分钟再试。"));
    }
    Map<String, String> problems = new LinkedHashMap<>();
    if (!passwords.matches(old, person.passwordHash())) {
      problems.put("old", "原来的密码不对，请再核对一遍；忘了请找系统管理岗重设。");
    } else {
      attempts.forget(person.signInName(), clock.instant());
    }
    Passwords.problem(fresh, person.signInName(), person.name())
        .ifPresent(text -> problems.put("password", text));
    if (problems.isEmpty() && old.equals(fresh)) {
      problems.put("password", "新密码和原来的一样，请换一个。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    people.setPassword(person.id(), passwords.hash(fresh), clock.instant());
    audit.recordAlone(Act.of(ActKind.SET_PASSWORD, "自己的密码").concerning(person.id()));
    return signIns.renew(person.id(), signedIn.post(), signIns.deviceOf(token));
  }

  /**
   * How it stands with the second factor.
   *
   * @param demanded whether the posts of the person need one
   */
  public record FactorState(boolean active, boolean demanded, int recoveryCodesLeft) {}

  public FactorState secondFactor() {
    SignedIn signedIn = current.require();
    return new FactorState(
        factor.active(signedIn.personId()),
        settings.demandSecondFactor(signedIn.posts()),
        factor.recoveryCodesLeft(signedIn.personId()));
  }

  /** Draws a new secret, which counts only when {@link #confirmSecondFactor} was right. */
  public void beginSecondFactor() {
    factor.propose(current.require().personId());
  }

  /** What to scan, between the two. */
  public Optional<Enrolment> enrolment() {
    return people.byId(current.require().personId()).flatMap(factor::proposed);
  }

  /** Turns it on and answers the recovery codes, which nobody sees again. */
  public List<String> confirmSecondFactor(String code) {
    long person = current.require().personId();
    if (signIns.countCode(person).isPresent()) {
      throw SignIns.tooManyCodes();
    }
    List<String> codes = factor.confirm(person, code);
    signIns.forgetCodes(person);
    audit.recordAlone(Act.of(ActKind.SET_SECOND_FACTOR, "自己的二次验证").concerning(person));
    return codes;
  }

  /** Turns it off; a code is asked for, so that a screen left open is not enough. */
  public void dropSecondFactor(String code) {
    SignedIn signedIn = current.require();
    if (settings.demandSecondFactor(signedIn.posts())) {
      throw new Refusal(Refusal.Kind.RIGHTS, "没有停用。您的岗位必须有二次验证。", "要换手机，请找安全管理岗重置，再重新启用。");
    }
    if (signIns.countCode(signedIn.personId()).isPresent()) {
      throw SignIns.tooManyCodes();
    }
    if (!factor.accepts(signedIn.personId(), code)) {
      throw new Misfilled(Map.of("code", "动态码不对，或已经用过。请写手机上现在显示的 6 位数，或一个备用码。"));
    }
    signIns.forgetCodes(signedIn.personId());
    factor.remove(signedIn.personId());
    audit.recordAlone(
        Act.of(ActKind.DROP_SECOND_FACTOR, "自己的二次验证").concerning(signedIn.personId()));
  }

  /** Ends one of one's own sessions. */
  public void endSession(long session) {
    if (!sessions.end(session, current.require().personId())) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有结束。这次登录已经结束，或不是您的。", "请回到我的账户重新打开。");
    }
    audit.recordAlone(Act.of(ActKind.END_SESSION, "自己的第 " + session + " 次登录"));
  }

  /** Ends all of one's own sessions but this one, and answers how many those were. */
  public int endOtherSessions(String token) {
    int ended = sessions.endOthersOf(current.require().personId(), token);
    audit.recordAlone(Act.of(ActKind.END_SESSION, "自己别处的 " + ended + " 次登录"));
    return ended;
  }
}
