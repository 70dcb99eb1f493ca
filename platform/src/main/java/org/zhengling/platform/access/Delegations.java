package org.zhengling.platform.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.store.People;
import org.zhengling.platform.access.store.People.Person;
import org.zhengling.platform.access.store.Posts;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/**
 * Lending a post (代理): for some days another person acts in it, under their own name, in the scope
 * of that post alone. It ends by itself, with the post, or when either of the two ends it.
 */
@Component
public class Delegations {
  private final CurrentPost current;
  private final People people;
  private final Posts posts;
  private final BusinessDay day;
  private final InstantSource clock;

  private final Audit audit;

  Delegations(
      CurrentPost current,
      People people,
      Posts posts,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.audit = audit;
    this.current = current;
    this.people = people;
    this.posts = posts;
    this.day = day;
    this.clock = clock;
  }

  /**
   * Lends the post in use.
   *
   * @param delegateName sign-in name of who shall act in it
   * @param lastDay the last day of the delegation, inclusive as a form says it
   * @return number of the post that was lent, for the delegate
   */
  @Transactional
  public long lend(String delegateName, @Nullable LocalDate from, @Nullable LocalDate lastDay) {
    SignedIn lender = current.require(Permission.LEND_POST);
    Posts.Lendable post = posts.lendable(lender.post().id()).orElseThrow(Delegations::notYours);
    if (!post.own()) {
      throw new Refusal(
          Refusal.Kind.RIGHTS, "没有委托。您现在的岗位是代理的，代理的岗位不能再委托给别人。", "请换到自己的岗位，或请本人另行委托。");
    }
    Map<String, String> problems = new LinkedHashMap<>();
    Optional<Person> delegate = delegate(delegateName, lender, problems);
    if (from == null || lastDay == null) {
      problems.putIfAbsent(from == null ? "from" : "lastDay", "还没有写日期。");
    } else {
      checkDays(from, lastDay, post, problems);
    }
    if (delegate.isEmpty() || from == null || lastDay == null || !problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    return lend(lender, delegate.get(), from, lastDay.plusDays(1));
  }

  private Optional<Person> delegate(
      String delegateName, SignedIn lender, Map<String, String> problems) {
    String name = delegateName.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      problems.put("delegate", "还没有写由谁代理。");
      return Optional.empty();
    }
    if (name.equals(lender.signInName())) {
      problems.put("delegate", "不能委托给自己，请写另一个人的用户名。");
      return Optional.empty();
    }
    Optional<Person> delegate =
        people.bySignInName(name).filter(person -> !posts.of(person.id(), day.today()).isEmpty());
    if (delegate.isEmpty()) {
      problems.put("delegate", "没有用这个用户名在任的人，请核对用户名。");
    }
    return delegate;
  }

  private void checkDays(
      LocalDate from, LocalDate lastDay, Posts.Lendable post, Map<String, String> problems) {
    if (from.isBefore(day.today())) {
      problems.put("from", "不能从过去的日子起代理，请写今天或以后。");
    }
    if (lastDay.isBefore(from)) {
      problems.put("lastDay", "最后一天早于起始日，请改其中一个。");
    } else if (post.to() != null && lastDay.plusDays(1).isAfter(post.to())) {
      problems.put("lastDay", "您的岗位只到 " + post.to().minusDays(1) + "，代理不能更晚。");
    }
  }

  private long lend(SignedIn lender, Person delegate, LocalDate from, LocalDate to) {
    people.lock(delegate.id());
    posts
        .excludedBy(delegate.id(), lender.post().kind(), from, to)
        .ifPresent(held -> {
          throw new Misfilled(
              Map.of("delegate", "这个人在这段日子里担任" + held.chinese() + "。三种管理岗不兼任办事岗位，也不代理，请另选一个人。"));
        });
    if (posts.lentTo(lender.post().id(), delegate.id(), from, to)) {
      throw new Misfilled(Map.of("delegate", "这段日子已经委托给这个人了，不用再委托一次。"));
    }
    Instant now = clock.instant();
    long lent = posts.lend(lender.post().id(), delegate.id(), from, to, lender.personId(), now);
    String days = from + " 到 " + to.minusDays(1);
    audit.record(
        Act.of(ActKind.LEND_POST, lender.post().title() + "，" + days).concerning(delegate.id()));
    return lent;
  }

  /** Ends it early: the lender takes the post back, or the delegate gives it back. */
  @Transactional
  public void end(long delegation) {
    SignedIn by = current.require();
    if (!posts.endDelegation(delegation, by.personId(), day.today())) {
      throw notYours();
    }
    audit.record(Act.of(ActKind.END_DELEGATION, "第 " + delegation + " 项代理"));
  }

  private static Refusal notYours() {
    return new Refusal(Refusal.Kind.ABSENT, "没有办理。没有这项代理，它已经结束，或与您无关。", "请回到代理重新打开。");
  }
}
