package org.zhengling.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.Access;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.AreaDirectory.Area;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.NewPerson;
import org.zhengling.platform.access.NewPost;
import org.zhengling.platform.access.OneTimeLink;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.UnitDirectory;
import org.zhengling.platform.access.UnitDirectory.Unit;
import org.zhengling.platform.access.store.PeopleViews;
import org.zhengling.platform.access.store.PeopleViews.PersonLine;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/** People and posts, for the administrator. */
@Controller
class PeoplePages {
  private final CurrentPost current;
  private final Access access;
  private final PeopleViews people;
  private final AreaDirectory areas;
  private final UnitDirectory units;
  private final BusinessDay day;

  private final Audit audit;

  PeoplePages(
      CurrentPost current,
      Access access,
      PeopleViews people,
      AreaDirectory areas,
      UnitDirectory units,
      BusinessDay day,
      Audit audit) {
    this.audit = audit;
    this.current = current;
    this.access = access;
    this.people = people;
    this.areas = areas;
    this.units = units;
    this.day = day;
  }

  /** The list page. */
  record PeoplePage(List<PersonLine> people) {}

  /** Areas under one heading of the choice. */
  record AreaGroup(String name, List<Area> areas) {}

  /** What a person typed into the form of a post, kept when it is refused. */
  record PostForm(
      String kind, String title, String area, String department, String from, String lastDay) {
    /** A field that the browser did not send is one that nobody filled in. */
    PostForm {
      kind = Objects.requireNonNullElse(kind, "");
      title = Objects.requireNonNullElse(title, "");
      area = Objects.requireNonNullElse(area, "");
      department = Objects.requireNonNullElse(department, "");
      from = Objects.requireNonNullElse(from, "");
      lastDay = Objects.requireNonNullElse(lastDay, "");
    }
  }

  /**
   * The form page.
   *
   * @param person who gets another post; absent for a new person
   */
  record FormPage(
      @Nullable PersonLine person,
      String name,
      String signInName,
      PostForm post,
      List<PostKind> kinds,
      List<AreaGroup> areas,
      List<Unit> units,
      List<Problem> problems,
      Map<String, String> problem) {}

  @GetMapping("/people")
  String list(Model model) {
    current.require(Permission.GIVE_POSTS);
    List<PersonLine> list = people.inScope(day.today());
    audit.recordAlone(
        Act.of(ActKind.READ_PEOPLE, "人员与岗位")
            .forPurpose("设置岗位")
            .concerning(list.stream().map(PersonLine::id).toList()));
    model.addAttribute("page", new PeoplePage(list));
    return "access/people";
  }

  @GetMapping("/people/new")
  String newPerson(Model model) {
    current.require(Permission.GIVE_POSTS);
    return form(null, "", "", empty(), Map.of(), model);
  }

  @GetMapping("/people/{id}/post")
  String newPost(@PathVariable long id, Model model) {
    current.require(Permission.GIVE_POSTS);
    return form(person(id), "", "", empty(), Map.of(), model);
  }

  private PostForm empty() {
    return new PostForm("", "", "", "", day.today().toString(), "");
  }

  private PersonLine person(long id) {
    return people.inScope(day.today()).stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这个人，或不在您的区划内。", "请回到人员与岗位重新打开。"));
  }

  private String form(
      @Nullable PersonLine person,
      String name,
      String signInName,
      PostForm post,
      Map<String, String> problems,
      Model model) {
    model.addAttribute(
        "page",
        new FormPage(
            person,
            name,
            signInName,
            post,
            List.of(PostKind.values()),
            choices(),
            units.ofCity(),
            Problem.of(problems),
            problems));
    return "access/post-form";
  }

  /** The area of the post in use, what lies directly below, and the townships by county. */
  private List<AreaGroup> choices() {
    Area own = areas.area(current.require().post().areaCode()).orElseThrow();
    List<AreaGroup> groups = new ArrayList<>();
    List<Area> top = new ArrayList<>(List.of(own));
    top.addAll(areas.children(own.code()));
    groups.add(new AreaGroup(own.name(), top));
    if (own.equals(areas.city())) {
      for (Area county : areas.countiesAndZones()) {
        List<Area> townships = areas.children(county.code());
        if (!townships.isEmpty()) {
          groups.add(new AreaGroup(county.name(), townships));
        }
      }
    }
    return groups;
  }

  @PostMapping("/people")
  String create(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String signInName,
      @ModelAttribute("typed") PostForm typed,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.GIVE_POSTS);
    NewPerson person = new NewPerson(signInName, name, false);
    try {
      OneTimeLink link = access.createPerson(person, read(typed, person.problems()));
      show(person.name(), link, request, flash);
      return "redirect:/people";
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(null, name, signInName, typed, misfilled.problems(), model);
    }
  }

  @PostMapping("/people/{id}/posts")
  String give(
      @PathVariable long id,
      @ModelAttribute("typed") PostForm typed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.GIVE_POSTS);
    PersonLine person = person(id);
    try {
      access.givePost(id, read(typed, new LinkedHashMap<>()));
      flash.addFlashAttribute("said", "已给" + person.name() + "设置岗位：" + typed.title().strip() + "。");
      return "redirect:/people";
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(person, "", "", typed, misfilled.problems(), model);
    }
  }

  @PostMapping("/people/posts/{id}/end")
  String end(@PathVariable long id, RedirectAttributes flash) {
    current.require(Permission.GIVE_POSTS);
    access.endPost(id);
    flash.addFlashAttribute("said", "岗位已停用，从今天起不再担任。记录还在。");
    return "redirect:/people";
  }

  @PostMapping("/people/{id}/link")
  String link(@PathVariable long id, HttpServletRequest request, RedirectAttributes flash) {
    current.require(Permission.GIVE_POSTS);
    PersonLine person = person(id);
    OneTimeLink link = access.newLink(id);
    show(person.name(), link, request, flash);
    return "redirect:/people";
  }

  /** Once: the next page has it, a reload of that page has not. */
  private static void show(
      String name, OneTimeLink link, HttpServletRequest request, RedirectAttributes flash) {
    flash.addFlashAttribute("linkName", name);
    flash.addFlashAttribute("linkAddress", address(link, request));
  }

  private static String address(OneTimeLink link, HttpServletRequest request) {
    return UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
        .replacePath("/welcome")
        .queryParam("token", link.token())
        .toUriString();
  }

  /** Turns what was typed into a post; what cannot be read is told field by field. */
  private NewPost read(PostForm typed, Map<String, String> problems) {
    PostKind kind = null;
    for (PostKind one : PostKind.values()) {
      if (one.name().equals(typed.kind())) {
        kind = one;
      }
    }
    if (kind == null) {
      problems.put("kind", "还没有选岗位类别。");
    }
    if (areas.area(typed.area()).isEmpty()) {
      problems.put("area", "还没有选区划。");
    }
    if (typed.title().isBlank()) {
      problems.put("title", "还没有写岗位名称。");
    }
    LocalDate from = TypedDay.read("from", typed.from(), problems);
    LocalDate lastDay =
        typed.lastDay().isBlank() ? null : TypedDay.read("lastDay", typed.lastDay(), problems);
    if (kind == null || from == null || !problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    return new NewPost(
        kind,
        typed.title().strip(),
        typed.area(),
        typed.department().isBlank() ? null : typed.department(),
        from,
        lastDay == null ? null : lastDay.plusDays(1));
  }
}
