package org.zhengling.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;
import org.zhengling.app.Startup;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.LocalPath;
import org.zhengling.platform.access.Navigation;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.SignedIn;

/** Makes the frame of a page from the request. */
@Component
class Frames {
  static final String ELDER = "elder";

  private final Startup.Wish wish;
  private final BusinessDay day;
  private final CurrentPost current;
  private final ObjectProvider<Navigation> programmes;

  Frames(
      Startup.Wish wish,
      BusinessDay day,
      CurrentPost current,
      ObjectProvider<Navigation> programmes) {
    this.wish = wish;
    this.day = day;
    this.current = current;
    this.programmes = programmes;
  }

  Frame of(HttpServletRequest request) {
    Optional<SignedIn> signedIn = current.current();
    boolean read = request.getMethod().equals("GET");
    String path = read ? ownPath(request) : cameFrom(request);
    return new Frame(
        wish.demo(),
        elder(request),
        words(day.today()),
        path,
        read ? request.getQueryString() : null,
        signedIn.map(Frames::person).orElse(null),
        signedIn.map(one -> navigation(one, path)).orElse(List.of()));
  }

  /** Inside an error page the address is the one that failed. */
  private static String ownPath(HttpServletRequest request) {
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    String path = failed instanceof String uri ? uri : request.getRequestURI();
    return LocalPath.of(path).map(LocalPath::path).orElse("/");
  }

  /** A page that answers a form has no address of its own: one comes back to the form's. */
  private static String cameFrom(HttpServletRequest request) {
    String referer = request.getHeader("Referer");
    if (referer == null) {
      return "/";
    }
    try {
      String path = UriComponentsBuilder.fromUriString(referer).build().getPath();
      return LocalPath.of(path).map(LocalPath::path).orElse("/");
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }

  private static boolean elder(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, ELDER);
    return cookie != null && cookie.getValue().equals("true");
  }

  private static String words(LocalDate date) {
    char weekday = "一二三四五六日".charAt(date.getDayOfWeek().getValue() - 1);
    return date.getYear()
        + "年"
        + date.getMonthValue()
        + "月"
        + date.getDayOfMonth()
        + "日 周"
        + weekday;
  }

  private static Frame.Person person(SignedIn signedIn) {
    Post post = signedIn.post();
    String initial = new String(Character.toChars(signedIn.name().codePointAt(0)));
    return new Frame.Person(
        signedIn.name(), post.title(), initial, post.areaName(), signedIn.posts());
  }

  private List<Frame.Group> navigation(SignedIn signedIn, String path) {
    Post post = signedIn.post();
    List<Frame.Group> groups = new ArrayList<>();
    if (!post.kind().administers()) {
      business(signedIn, path, groups);
    }
    groups.add(
        group(
            "管理",
            post.may(Permission.GIVE_POSTS) ? item("人员与岗位", "/people", path) : null,
            post.may(Permission.READ_AUDIT) ? item("审计记录", "/audit", path) : null,
            post.may(Permission.EDIT_CALENDAR) ? item("放假安排", "/calendar", path) : null));
    if (post.may(Permission.GUARD_ACCESS)) {
      groups.add(
          group(
              "登录安全",
              item("人员和登录", "/security", path.startsWith("/security/people/") ? "/security" : path),
              item("代理监督", "/security/delegations", path),
              item("岗位权限", "/security/rights", path)));
    }
    groups.add(
        group(
            "本人",
            post.may(Permission.LEND_POST) ? item("代理", "/delegations", path) : null,
            item("我的账户", "/account", path)));
    groups.removeIf(group -> group.items().isEmpty());
    return List.copyOf(groups);
  }

  private void business(SignedIn signedIn, String path, List<Frame.Group> groups) {
    Post post = signedIn.post();
    groups.add(
        group(
            null,
            item("我的工作", "/work", path),
            post.may(Permission.READ_RESIDENT) ? item("办件台", "/cases", path) : null,
            post.may(Permission.ACCEPT_CASE) ? item("受理申请", "/assistance/apply", path) : null,
            post.may(Permission.HANDLE_CASE) ? item("现场填写", "/field", path) : null,
            post.may(Permission.POST_NOTICE) ? item("公示异议", "/objections", path) : null));
    groups.add(
        group(
            "登记",
            post.may(Permission.READ_RESIDENT) ? item("人员登记", "/registry", path) : null,
            post.may(Permission.KEEP_CREDIT) ? item("信用记录", "/credit", path) : null,
            post.may(Permission.KEEP_SOURCES) ? item("数据源目录", "/sources", path) : null));
    groups.add(
        group(
            "资金",
            post.may(Permission.KEEP_FUNDS)
                ? item("资金账户", "/funds", path.equals("/funds/reserves") ? "" : path)
                : null,
            post.may(Permission.KEEP_FUNDS) ? item("备用金", "/funds/reserves", path) : null,
            post.may(Permission.PAY) ? item("编制低保发放", "/assistance/payments", path) : null,
            post.may(Permission.PAY) ? item("发放批次", "/payments", path) : null));
    groups.add(group("督查", item("挂图作战", "/wall-chart", path), item("任务与报送", "/tasks", path)));
    groups.add(
        group(
            "公报",
            item("文件与条款", "/gazettes", path.startsWith("/documents/") ? "/gazettes" : path),
            post.may(Permission.IMPORT_GAZETTE) ? item("导入公报", "/imports", path) : null,
            item("大事记", "/chronicle", path)));
    groups.add(
        new Frame.Group(
            "六个专项",
            programmes
                .orderedStream()
                .flatMap(one -> one.places(signedIn).stream())
                .map(place ->
                    new Frame.Item(
                        place.label(),
                        place.href(),
                        here(place.href(), path),
                        place.count(),
                        place.character()))
                .toList()));
  }

  private static Frame.Group group(@Nullable String title, Frame.@Nullable Item... items) {
    return new Frame.Group(title, Arrays.stream(items).filter(Objects::nonNull).toList());
  }

  private static Frame.Item item(String label, String href, String path) {
    return new Frame.Item(label, href, here(href, path), null, null);
  }

  private static boolean here(String href, String path) {
    // The list of people is one of three places below the same address.
    return path.equals(href)
        || (!href.equals("/security")
            && !path.equals("/funds/reserves")
            && path.startsWith(href + "/"));
  }
}
