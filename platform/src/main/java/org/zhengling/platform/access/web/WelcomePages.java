package org.zhengling.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.NewPerson;
import org.zhengling.platform.access.OneTimeLinks;
import org.zhengling.platform.access.OneTimeLinks.Opened;

/** What a one-time link opens: the first administrator's entry, or setting a password. */
@Controller
class WelcomePages {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final OneTimeLinks links;

  WelcomePages(OneTimeLinks links) {
    this.links = links;
  }

  /**
   * The page.
   *
   * @param first true for the first administrator, who also writes a name and a sign-in name
   * @param closed what happened to a link that opens nothing; absent for a good one
   * @param todo the way out of a closed link
   */
  record WelcomePage(
      String token,
      boolean first,
      String name,
      String signInName,
      @Nullable String closed,
      String todo,
      List<Problem> problems,
      Map<String, String> problem) {}

  @GetMapping("/welcome")
  String open(@RequestParam(defaultValue = "") String token, Model model) {
    model.addAttribute("welcome", page(token, "", "", Map.of()));
    return "access/welcome";
  }

  private WelcomePage page(
      String token, String name, String signInName, Map<String, String> problems) {
    return switch (links.open(token)) {
      case Opened.FirstAdministrator() ->
          new WelcomePage(token, true, name, signInName, null, "", Problem.of(problems), problems);
      case Opened.SetPassword(String whose, String theirs) ->
          new WelcomePage(token, false, whose, theirs, null, "", Problem.of(problems), problems);
      case Opened.Used(Instant at) ->
          closed("这个链接已在 " + MOMENT.format(at) + " 用过，密码已经设好。", "请直接登录。不是您本人用的，请马上告诉系统管理岗。");
      case Opened.Replaced() -> closed("这个链接已被后来的一个新链接替换。", "请用最新的那个链接，或请系统管理岗再给一个。");
      case Opened.Expired(Instant at) ->
          closed("这个链接到 " + MOMENT.format(at) + " 已经过期，没有用过。", "请系统管理岗再给一个；还没有管理员时，重新启动服务会打印新的链接。");
      case Opened.Unknown() -> closed("没有这个链接，可能没有抄全。", "请把整个链接复制到地址栏，或请系统管理岗再给一个。");
    };
  }

  private static WelcomePage closed(String happened, String todo) {
    return new WelcomePage("", false, "", "", happened, todo, List.of(), Map.of());
  }

  @PostMapping("/welcome")
  String set(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String signInName,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      Model model,
      HttpServletResponse response) {
    try {
      if (!password.equals(again)) {
        throw new Misfilled(Map.of("again", "两次写的密码不一样，请再写一遍。"));
      }
      switch (links.open(token)) {
        case Opened.FirstAdministrator() ->
            links.becomeFirstAdministrator(token, new NewPerson(signInName, name, false), password);
        case Opened.SetPassword whose -> links.setPassword(token, password);
        case Opened.Used used -> {
          return gone(token, model, response);
        }
        case Opened.Replaced replaced -> {
          return gone(token, model, response);
        }
        case Opened.Expired expired -> {
          return gone(token, model, response);
        }
        case Opened.Unknown unknown -> {
          return gone(token, model, response);
        }
      }
      return "redirect:/sign-in?why=password";
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("welcome", page(token, name, signInName, misfilled.problems()));
      return "access/welcome";
    }
  }

  private String gone(String token, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.CONFLICT.value());
    return open(token, model);
  }
}
