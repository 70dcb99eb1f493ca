package org.zhengling.platform.access;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.store.OutsideAccounts;
import org.zhengling.platform.access.store.People;
import org.zhengling.platform.access.store.People.Person;
import org.zhengling.platform.access.store.Posts;
import org.zhengling.platform.access.store.Sessions;
import org.zhengling.platform.access.store.SignInAttempts;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/**
 * What the security administrator does for people of the scope: sessions, locks, passwords that may
 * be known to others, lost phones, outside accounts, delegations. Somebody with a post elsewhere
 * belongs to the administrator above.
 */
@Component
public class AccessGuard {
  private final CurrentPost current;
  private final People people;
  private final Posts posts;
  private final Sessions sessions;
  private final SignInAttempts attempts;
  private final SecondFactor factor;
  private final OutsideAccounts outside;
  private final AreaDirectory areas;
  private final BusinessDay day;
  private final InstantSource clock;

  private final Audit audit;

  AccessGuard(
      CurrentPost current,
      People people,
      Posts posts,
      Sessions sessions,
      SignInAttempts attempts,
      SecondFactor factor,
      OutsideAccounts outside,
      AreaDirectory areas,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.audit = audit;
    this.current = current;
    this.people = people;
    this.posts = posts;
    this.sessions = sessions;
    this.attempts = attempts;
    this.factor = factor;
    this.outside = outside;
    this.areas = areas;
    this.day = day;
    this.clock = clock;
  }

  /** Ends one session of the person at once. */
  @Transactional
  public void endSession(long person, long session) {
    reachable(person);
    if (!sessions.end(session, person)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再结束一次。这次登录已经结束。", "不用再做什么。");
    }
    audit.record(Act.of(ActKind.END_SESSION, "第 " + session + " 次登录").concerning(person));
  }

  /** Ends every session of the person at once and answers how many there were. */
  @Transactional
  public int endSessions(long person) {
    int ended = sessions.endAllOf(reachable(person).id());
    audit.record(Act.of(ActKind.END_SESSION, ended + " 次登录").concerning(person));
    return ended;
  }

  /** Lets a name that was locked by failures try again. */
  @Transactional
  public void unlock(long person) {
    Person whose = reachable(person);
    boolean name = attempts.unlock(whose.signInName());
    boolean code = attempts.unlock(SignIns.codeName(person));
    if (!name && !code) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有解锁。" + whose.name() + "没有被锁定。", "不用再做什么。");
    }
    audit.record(Act.of(ActKind.UNLOCK, "登录").concerning(person));
  }

  /** A password that others may know: it opens nothing any more, and all sessions end. */
  @Transactional
  public void stopPassword(long person) {
    Person whose = reachable(person);
    sessions.endAllOf(person);
    if (!people.clearPassword(person)) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有再停用一次。" + whose.name() + "现在没有密码。", "请系统管理岗给一个设密码的链接。");
    }
    audit.record(Act.of(ActKind.STOP_PASSWORD, "密码").concerning(person));
  }

  /** For a lost phone: the next sign-in is without a code, or sets up a new one where it must. */
  @Transactional
  public void resetSecondFactor(long person) {
    Person whose = reachable(person);
    sessions.endAllOf(person);
    if (!factor.remove(person)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有重置。" + whose.name() + "没有启用二次验证。", "不用再做什么。");
    }
    audit.record(Act.of(ActKind.DROP_SECOND_FACTOR, "由安全管理岗重置").concerning(person));
  }

  /** Says which account of an outside sign-in is this person's. */
  @Transactional
  public void link(long person, String issuer, String subject) {
    SignedIn by = current.require(Permission.GUARD_ACCESS);
    reachable(person);
    Map<String, String> problems = new LinkedHashMap<>();
    if (subject.isBlank() || subject.strip().length() > 255) {
      problems.put("subject", "请写统一身份认证给的用户标识，最多 255 个字。");
    } else if (!outside.add(issuer, subject.strip(), person, by.personId(), clock.instant())) {
      problems.put("subject", "这个标识已经对应了一个人，请核对；要改请先解除。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    audit.record(
        Act.of(ActKind.LINK_ACCOUNT, "统一认证账号").carrying(subject.strip()).concerning(person));
  }

  /** The outside accounts of this person open nothing any more; their sessions end. */
  @Transactional
  public void unlink(long person) {
    Person whose = reachable(person);
    sessions.endAllOf(person);
    if (outside.removeAllOf(person) == 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有解除。" + whose.name() + "没有对应的统一认证账号。", "不用再做什么。");
    }
    audit.record(Act.of(ActKind.UNLINK_ACCOUNT, "统一认证账号").concerning(person));
  }

  /** Ends a delegation that should not go on. */
  @Transactional
  public void endDelegation(long delegation) {
    current.require(Permission.GUARD_ACCESS);
    if (!posts.endDelegationInScope(delegation, day.today())) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有结束。没有这项代理，它已经结束，或不在您的区划内。", "请回到代理监督重新打开。");
    }
    audit.record(Act.of(ActKind.END_DELEGATION, "第 " + delegation + " 项代理，由安全管理岗"));
  }

  private Person reachable(long person) {
    SignedIn by = current.require(Permission.GUARD_ACCESS);
    List<Post> held = posts.of(person, day.today());
    Set<String> mine = Set.of(by.post().areaCode());
    boolean within = held.stream().allMatch(post -> areas.within(post.areaCode(), mine));
    boolean known = !held.isEmpty() || posts.everHeldInScope(person);
    if (!known
        || (!within && held.stream().noneMatch(post -> areas.within(post.areaCode(), mine)))) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有办理。没有这个人，或不在您的区划内。", "请回到登录安全重新打开。");
    }
    if (!within) {
      throw new Refusal(Refusal.Kind.RIGHTS, "没有办理。这个人还有您区划以外的岗位。", "请找上一级的安全管理岗办理。");
    }
    return people
        .byId(person)
        .orElseThrow(() -> new IllegalStateException("Maybe a post without a person: " + person));
  }
}
