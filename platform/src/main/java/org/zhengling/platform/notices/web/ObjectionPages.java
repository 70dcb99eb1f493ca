package org.zhengling.platform.notices.web;

import java.util.List;
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
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.notices.Notices;
import org.zhengling.platform.notices.ObjectionDecided.Outcome;
import org.zhengling.platform.notices.store.NoticeViews;

/** Objections for those who answer them. */
@Controller
class ObjectionPages {
  private static final int SHOWN = 100;

  private final CurrentPost current;
  private final Notices notices;
  private final NoticeViews views;

  ObjectionPages(CurrentPost current, Notices notices, NoticeViews views) {
    this.current = current;
    this.notices = notices;
    this.views = views;
  }

  /** The list page. */
  record ListPage(List<NoticeViews.Objection> objections, long open) {}

  /** One objection, opened. */
  record OnePage(
      NoticeViews.Objection objection,
      Notices.Said said,
      String reason,
      @Nullable String problem) {}

  @GetMapping("/objections")
  String list(Model model) {
    current.require(Permission.POST_NOTICE);
    List<NoticeViews.Objection> all = views.objections(SHOWN);
    long open = all.stream().filter(one -> one.outcome() == null).count();
    model.addAttribute("page", new ListPage(all, open));
    return "notices/objections";
  }

  @GetMapping("/objections/{id}")
  String one(@PathVariable long id, Model model) {
    return page(id, "", null, model);
  }

  private String page(long id, String reason, @Nullable String problem, Model model) {
    Notices.Said said = notices.read(id);
    NoticeViews.Objection objection =
        views.objections(Integer.MAX_VALUE).stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这条异议，或它不在您的区划内。", "请从清单里重新打开。"));
    model.addAttribute("page", new OnePage(objection, said, reason, problem));
    return "notices/objection";
  }

  @PostMapping("/objections/{id}/decide")
  String decide(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response) {
    current.require(Permission.POST_NOTICE);
    try {
      if (!outcome.equals("UPHELD") && !outcome.equals("REJECTED")) {
        throw new Refusal(Refusal.Kind.CALLER, "没有处理。还没有选异议是否成立。", "请选一项。");
      }
      notices.decide(id, Outcome.valueOf(outcome), reason);
      flash.addFlashAttribute("said", "已记下处理结果，提交后不能删改。");
      return "redirect:/objections";
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CALLER) {
        throw refusal;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, reason, refusal.happened() + refusal.todo(), model);
    }
  }
}
