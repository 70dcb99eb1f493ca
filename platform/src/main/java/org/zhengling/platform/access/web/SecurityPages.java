package org.zhengling.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AccessGuard;
import org.zhengling.platform.access.AccessSettings;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.OutsideSignIn;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.store.DelegationViews;
import org.zhengling.platform.access.store.DelegationViews.Delegation;
import org.zhengling.platform.access.store.SecurityViews;
import org.zhengling.platform.access.store.SecurityViews.GuardedPerson;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/** What the security administrator sees and does: people, sessions, delegations, rights. */
@Controller
class SecurityPages {
  private final AccessGuard guard;
  private final SecurityViews views;
  private final DelegationViews delegations;
  private final OutsideSignIn outside;
  private final CurrentPost current;
  private final AccessSettings settings;
  private final BusinessDay day;
  private final InstantSource clock;

  private final Audit audit;

  SecurityPages(
      AccessGuard guard,
      SecurityViews views,
      DelegationViews delegations,
      OutsideSignIn outside,
      CurrentPost current,
      AccessSettings settings,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.audit = audit;
    this.guard = guard;
    this.views = views;
    this.delegations = delegations;
    this.outside = outside;
    this.current = current;
    this.settings = settings;
    this.day = day;
    this.clock = clock;
  }

  /** A person with the moment in words; absent while the name is not locked. */
  record PersonRow(GuardedPerson person, @Nullable String lockedUntil) {
    static PersonRow of(GuardedPerson person) {
      Instant until = person.lockedUntil();
      return new PersonRow(person, until == null ? null : AccountPages.moment(until));
    }
  }

  /** The list. */
  record SecurityPage(List<PersonRow> people, long locked, int sessions) {}

  @GetMapping("/security")
  String people(Model model) {
    current.require(Permission.GUARD_ACCESS);
    List<PersonRow> people =
        views.inScope(day.today(), settings.idle(), clock.instant()).stream()
            .map(PersonRow::of)
            .toList();
    audit.recordAlone(
        Act.of(ActKind.READ_PEOPLE, "登录安全")
            .forPurpose("登录安全")
            .concerning(people.stream().map(row -> row.person().id()).toList()));
    long locked = people.stream().filter(row -> row.lockedUntil() != null).count();
    int sessions = people.stream().mapToInt(row -> row.person().sessions()).sum();
    model.addAttribute("page", new SecurityPage(people, locked, sessions));
    return "access/security";
  }

  /**
   * One person.
   *
   * @param outside whether an outside sign-in is set up at all
   */
  record GuardPage(
      PersonRow row,
      List<AccountPages.SessionRow> sessions,
      boolean outside,
      String subject,
      Map<String, String> problem) {}

  @GetMapping("/security/people/{id}")
  String person(@PathVariable long id, Model model) {
    return person(id, "", Map.of(), model);
  }

  private String person(long id, String subject, Map<String, String> problems, Model model) {
    current.require(Permission.GUARD_ACCESS);
    GuardedPerson person =
        views
            .inScope(id, day.today(), settings.idle(), clock.instant())
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有打开。没有这个人，或不在您的区划内。", "请回到登录安全重新打开。"));
    audit.recordAlone(Act.of(ActKind.READ_PEOPLE, "登录安全，一个人的登录").forPurpose("登录安全").concerning(id));
    List<AccountPages.SessionRow> sessions =
        views.sessionsOf(id, "", settings.idle(), clock.instant()).stream()
            .map(AccountPages.SessionRow::of)
            .toList();
    model.addAttribute(
        "page",
        new GuardPage(PersonRow.of(person), sessions, outside.offered(), subject, problems));
    return "access/guarded-person";
  }

  private static String back(long person, String said, RedirectAttributes flash) {
    flash.addFlashAttribute("said", said);
    return "redirect:/security/people/" + person;
  }

  @PostMapping("/security/people/{id}/sessions/{session}/end")
  String endSession(@PathVariable long id, @PathVariable long session, RedirectAttributes flash) {
    guard.endSession(id, session);
    return back(id, "已结束这次登录。", flash);
  }

  @PostMapping("/security/people/{id}/sessions/end")
  String endSessions(@PathVariable long id, RedirectAttributes flash) {
    return back(id, "已结束 " + guard.endSessions(id) + " 处登录。", flash);
  }

  @PostMapping("/security/people/{id}/unlock")
  String unlock(@PathVariable long id, RedirectAttributes flash) {
    guard.unlock(id);
    return back(id, "已解锁，现在可以再试。", flash);
  }

  @PostMapping("/security/people/{id}/password/stop")
  String stopPassword(@PathVariable long id, RedirectAttributes flash) {
    guard.stopPassword(id);
    return back(id, "密码已停用，登录都已结束。请系统管理岗给一个设密码的链接。", flash);
  }

  @PostMapping("/security/people/{id}/second-factor/reset")
  String resetSecondFactor(@PathVariable long id, RedirectAttributes flash) {
    guard.resetSecondFactor(id);
    return back(id, "二次验证已重置，登录都已结束。下次登录时重新启用。", flash);
  }

  @PostMapping("/security/people/{id}/outside")
  String link(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String subject,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      guard.link(id, outside.issuer(), subject);
      return back(id, "已对应。本人可以用统一身份认证登录了。", flash);
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return person(id, subject, misfilled.problems(), model);
    }
  }

  @PostMapping("/security/people/{id}/outside/end")
  String unlink(@PathVariable long id, RedirectAttributes flash) {
    guard.unlink(id);
    return back(id, "已解除对应，登录都已结束。", flash);
  }

  @GetMapping("/security/delegations")
  String delegations(Model model) {
    current.require(Permission.GUARD_ACCESS);
    List<Delegation> shown = delegations.inScope();
    audit.recordAlone(
        Act.of(ActKind.READ_PEOPLE, "代理监督")
            .forPurpose("登录安全")
            .concerning(DelegationViews.people(shown)));
    model.addAttribute(
        "lines", shown.stream().map(one -> DelegationPages.Line.of(one, day.today())).toList());
    return "access/delegation-oversight";
  }

  @PostMapping("/security/delegations/{id}/end")
  String endDelegation(@PathVariable long id, RedirectAttributes flash) {
    guard.endDelegation(id);
    flash.addFlashAttribute("said", "代理已结束，从今天起不再代理。");
    return "redirect:/security/delegations";
  }

  /** Kinds of post of one group, each with what it may do. */
  record RightsGroup(String name, List<RightsRow> rows) {}

  /** One kind of post and what it may do, in words; without any it only reads. */
  record RightsRow(String kind, List<String> acts) {
    static RightsRow of(PostKind kind) {
      return new RightsRow(
          kind.chinese(),
          Arrays.stream(Permission.values())
              .filter(kind.permissions()::contains)
              .map(Permission::chinese)
              .toList());
    }
  }

  @GetMapping("/security/rights")
  String rights(Model model) {
    current.require(Permission.GUARD_ACCESS);
    Map<PostKind.Group, List<RightsRow>> groups = new EnumMap<>(PostKind.Group.class);
    for (PostKind kind : PostKind.values()) {
      groups.computeIfAbsent(kind.group(), group -> new ArrayList<>()).add(RightsRow.of(kind));
    }
    model.addAttribute(
        "groups",
        groups.entrySet().stream()
            .map(one -> new RightsGroup(one.getKey().chinese(), one.getValue()))
            .toList());
    return "access/rights";
  }
}
