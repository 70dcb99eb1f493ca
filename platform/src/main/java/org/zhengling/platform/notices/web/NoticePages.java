package org.zhengling.platform.notices.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.HtmlUtils;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.notices.Notice;
import org.zhengling.platform.notices.Notices;
import org.zhengling.platform.notices.store.NoticeViews;

/**
 * Notices for everybody: list, one with its form for objections, sheet to print, feeds for screens.
 */
@Controller
class NoticePages {
  private static final int PAGE = 50;
  private static final int FEED = 200;

  private final Notices notices;
  private final NoticeViews views;
  private final AreaDirectory areas;
  private final BusinessDay day;

  NoticePages(Notices notices, NoticeViews views, AreaDirectory areas, BusinessDay day) {
    this.notices = notices;
    this.views = views;
    this.areas = areas;
    this.day = day;
  }

  /** The list. */
  record ListPage(List<Notice> notices, @Nullable Long next) {}

  /** One notice, with what was typed where it was refused. */
  record NoticePage(Notice notice, String said, String contact, String problem) {}

  /** The sheet for a village's board. */
  record SheetPage(String areaName, LocalDate today, List<Notice> notices) {}

  /** An entry of the feed. */
  record FeedItem(
      long id,
      String name,
      String village,
      int members,
      String benefit,
      String amount,
      String unit,
      String phone,
      LocalDate postedOn,
      LocalDate lastDay,
      String digest,
      boolean sample) {
    static FeedItem of(Notice one) {
      return new FeedItem(
          one.id(),
          one.shown().name().text(),
          one.shown().village(),
          one.shown().members(),
          one.shown().benefit(),
          one.shown().amount().toString(),
          one.shown().unit(),
          one.shown().unitPhone(),
          one.postedOn(),
          one.lastDay(),
          one.digest(),
          one.sample());
    }
  }

  /** The feed for screens. */
  record Feed(String title, LocalDate today, List<FeedItem> items) {}

  @GetMapping("/notices")
  String list(@RequestParam(required = false) @Nullable Long before, Model model) {
    List<Notice> found = views.shown(day.today(), before, PAGE + 1);
    List<Notice> shown = found.stream().limit(PAGE).toList();
    model.addAttribute(
        "page", new ListPage(shown, found.size() > PAGE ? shown.getLast().id() : null));
    return "notices/list";
  }

  @GetMapping("/notices/{id}")
  String one(@PathVariable long id, Model model) {
    return page(id, "", "", "", model);
  }

  private String page(long id, String said, String contact, String problem, Model model) {
    Notice notice =
        views
            .shown(day.today(), id)
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这份公示，或公示已经结束。", "请从公示清单里重新打开。"));
    model.addAttribute("page", new NoticePage(notice, said, contact, problem));
    return "notices/one";
  }

  @PostMapping("/notices/{id}/objections")
  String object(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String said,
      @RequestParam(defaultValue = "") String contact,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response) {
    try {
      long number = notices.object(id, said, contact);
      flash.addFlashAttribute("said", "已收到您的异议，编号 " + number + "。经办单位会核实；您写的内容和联系方式不公开。");
      flash.addAttribute("id", id);
      return "redirect:/notices/{id}";
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CALLER) {
        throw refusal;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, said, contact, refusal.happened() + "您写的都保留着。" + refusal.todo(), model);
    }
  }

  @GetMapping("/notices/sheet")
  String sheet(@RequestParam(defaultValue = "") String area, Model model) {
    String code = areas.area(area).isPresent() ? area : areas.city().code();
    List<Notice> within =
        views.shown(day.today(), null, FEED).stream()
            .filter(one -> areas.within(one.area(), Set.of(code)))
            .toList();
    String name = areas.area(code).map(AreaDirectory.Area::name).orElse(code);
    model.addAttribute("page", new SheetPage(name, day.today(), within));
    return "notices/sheet";
  }

  @GetMapping(value = "/notices/feed.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Feed json() {
    return new Feed(
        "公示",
        day.today(),
        views.shown(day.today(), null, FEED).stream().map(FeedItem::of).toList());
  }

  @GetMapping(value = "/notices/feed.atom", produces = "application/atom+xml;charset=UTF-8")
  @ResponseBody
  String atom() {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>公示</title>");
    xml.append("<id>urn:zhengling:notices</id>");
    xml.append("<updated>").append(day.today()).append("T00:00:00+08:00</updated>\n");
    for (Notice one : views.shown(day.today(), null, FEED)) {
      String title = one.shown().name().text() + " " + one.shown().benefit();
      String summary =
          one.shown().village()
              + "，"
              + one.shown().members()
              + " 人，"
              + one.shown().amount()
              + " 元，公示到 "
              + one.lastDay()
              + "，"
              + one.shown().unit()
              + " "
              + one.shown().unitPhone();
      xml.append("<entry><id>urn:zhengling:notice:").append(one.id()).append("</id><title>");
      xml.append(HtmlUtils.htmlEscape(title)).append("</title><updated>");
      xml.append(one.postedOn()).append("T00:00:00+08:00</updated><summary>");
      xml.append(HtmlUtils.htmlEscape(summary)).append("</summary></entry>\n");
    }
    return xml.append("</feed>\n").toString();
  }
}
