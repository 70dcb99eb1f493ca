package org.zhengling.platform.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.store.People;
import org.zhengling.platform.access.store.Posts;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/** Entering people, and giving and ending posts. */
@Component
public class Access {
  private static final int LONGEST_TITLE = 60;

  private final CurrentPost current;
  private final People people;
  private final Posts posts;
  private final OneTimeLinks links;
  private final AreaDirectory areas;
  private final UnitDirectory units;
  private final BusinessDay day;
  private final InstantSource clock;

  private final Audit audit;

  Access(
      CurrentPost current,
      People people,
      Posts posts,
      OneTimeLinks links,
      AreaDirectory areas,
      UnitDirectory units,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.audit = audit;
    this.current = current;
    this.people = people;
    this.posts = posts;
    this.links = links;
    this.areas = areas;
    this.units = units;
    this.day = day;
    this.clock = clock;
  }

  /** What a person holds today. */
  public List<Post> postsOf(long person) {
    return posts.of(person, day.today());
  }

  /** Enters a person with a first post; the link lets them set their password. */
  @Transactional
  public OneTimeLink createPerson(NewPerson person, NewPost post) {
    SignedIn by = current.require(Permission.GIVE_POSTS);
    Map<String, String> problems = person.problems();
    check(post, by, problems);
    refuse(problems);
    Instant now = clock.instant();
    long id =
        people
            .add(person.signInName(), person.name(), person.sample(), now)
            .orElseThrow(() -> new Misfilled(Map.of("signInName", "这个用户名已经有人用了，请换一个。")));
    posts.add(id, post, by.personId(), now);
    OneTimeLink link = links.make(id);
    audit.record(
        Act.of(ActKind.CREATE_PERSON, person.signInName() + "，" + post.title()).concerning(id));
    return link;
  }

  /** Gives a person another post and returns its number. */
  @Transactional
  public long givePost(long person, NewPost post) {
    SignedIn by = current.require(Permission.GIVE_POSTS);
    Map<String, String> problems = new LinkedHashMap<>();
    check(post, by, problems);
    refuse(problems);
    known(person);
    separate(person, post);
    long id = posts.add(person, post, by.personId(), clock.instant());
    audit.record(Act.of(ActKind.GIVE_POST, "第 " + id + " 号岗位，" + post.title()).concerning(person));
    return id;
  }

  /** From today on the post is no longer held; the last administrator's cannot be ended. */
  @Transactional
  public void endPost(long post) {
    current.require(Permission.GIVE_POSTS);
    posts.lockAdministrators();
    Posts.Held held =
        posts
            .lock(post)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有停用。没有这个岗位，或它不在您的区划内。", "请回到人员与岗位重新打开。"));
    if (held.to() != null && !held.to().isAfter(day.today())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再停用一次。这个岗位已经停用。", "不用再做什么。");
    }
    if (held.kind() == PostKind.ADMINISTRATOR && !posts.administratorBeside(post, day.today())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有停用。这是现在唯一的系统管理岗，停用后就没有人能设置岗位了。", "请先给另一个人设置系统管理岗，再停用这一个。");
    }
    posts.end(post, held.from().isAfter(day.today()) ? held.from() : day.today());
    audit.record(Act.of(ActKind.END_POST, "第 " + post + " 号岗位"));
  }

  /** A new link for a person who has none or lost it; older ones no longer work. */
  @Transactional
  public OneTimeLink newLink(long person) {
    SignedIn by = current.require(Permission.GIVE_POSTS);
    known(person);
    Set<String> mine = Set.of(by.post().areaCode());
    boolean reachable =
        posts.of(person, day.today()).stream()
            .allMatch(post -> areas.within(post.areaCode(), mine));
    if (!reachable) {
      throw new Refusal(Refusal.Kind.RIGHTS, "没有生成链接。这个人还有您区划以外的岗位。", "请找上一级的系统管理岗生成。");
    }
    OneTimeLink link = links.make(person);
    audit.record(Act.of(ActKind.MAKE_LINK, "设密码").concerning(person));
    return link;
  }

  private void known(long person) {
    if (people.byId(person).isEmpty()) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有执行。没有这个人。", "请回到人员与岗位重新打开。");
    }
  }

  /**
   * Whoever is given two posts at once waits here, so that the question is asked of one at a time.
   */
  private void separate(long person, NewPost post) {
    people.lock(person);
    posts
        .excludedBy(person, post.kind(), post.from(), post.to())
        .ifPresent(held -> {
          throw new Misfilled(Map.of("kind", exclusion(held, post.kind())));
        });
  }

  static String exclusion(PostKind held, PostKind wanted) {
    return "这个人在这段日子里"
        + (held.administers() ? "担任" + held.chinese() : "有办事岗位")
        + "，不能再设"
        + wanted.chinese()
        + "：三种管理岗互不兼任，也不兼任办事岗位。请另选一个人，或先停用原来的岗位。";
  }

  private void check(NewPost post, SignedIn by, Map<String, String> problems) {
    if (areas.area(post.areaCode()).isEmpty()) {
      problems.put("area", "还没有选区划。");
    } else if (!areas.within(post.areaCode(), Set.of(by.post().areaCode()))) {
      problems.put("area", "这个区划不在您现在的岗位范围内，请选" + by.post().areaName() + "以内的。");
    }
    if (post.departmentId() != null && units.unit(post.departmentId()).isEmpty()) {
      problems.put("department", "名录里没有这个单位，请重新选。");
    }
    if (post.title().isBlank()) {
      problems.put("title", "还没有写岗位名称。");
    } else if (post.title().length() > LONGEST_TITLE) {
      problems.put("title", "岗位名称有 " + post.title().length() + " 个字，最多 " + LONGEST_TITLE + " 个。");
    }
    if (post.to() != null && !post.to().isAfter(post.from())) {
      problems.put("lastDay", "最后一天早于起始日，请改其中一个。");
    }
  }

  private static void refuse(Map<String, String> problems) {
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }
}
