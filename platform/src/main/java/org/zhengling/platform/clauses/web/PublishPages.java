package org.zhengling.platform.clauses.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.ImportedFile;
import org.zhengling.platform.clauses.PublishPlan;
import org.zhengling.platform.clauses.PublishResult;

/** What publishing would do, and the act. */
@Controller
class PublishPages {
  private final CurrentPost current;
  private final Gazettes gazettes;
  private final AreaDirectory areas;

  PublishPages(CurrentPost current, Gazettes gazettes, AreaDirectory areas) {
    this.current = current;
    this.gazettes = gazettes;
    this.areas = areas;
  }

  /** The page before the act. */
  record PublishView(ImportedFile file, PublishPlan plan, boolean mayPublish, String problem) {}

  @GetMapping("/imports/{id}/publish")
  String summary(@PathVariable long id, Model model) {
    current.require(Permission.IMPORT_GAZETTE);
    return page(id, "", model);
  }

  private String page(long id, String problem, Model model) {
    boolean may = current.require().post().may(Permission.PUBLISH_GAZETTE);
    model.addAttribute(
        "page", new PublishView(gazettes.draft(id).file(), gazettes.plan(id), may, problem));
    return "clauses/publish";
  }

  @PostMapping("/imports/{id}/publish")
  String publish(
      @PathVariable long id, Model model, RedirectAttributes flash, HttpServletResponse response) {
    SignedIn by = current.require(Permission.PUBLISH_GAZETTE);
    if (!by.post().areaCode().equals(areas.city().code())) {
      throw new Refusal(
          Refusal.Kind.RIGHTS,
          "没有发布。公报的任务分到全市各地，您的岗位只管" + by.post().areaName() + "。",
          "草稿和更正都保留着。",
          "请由市级公报岗发布。");
    }
    PublishResult result;
    try {
      result = gazettes.publish(id, by.personId());
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CONFLICT) {
        throw refusal;
      }
      response.setStatus(HttpStatus.CONFLICT.value());
      return page(id, refusal.happened() + refusal.kept() + refusal.todo(), model);
    }
    flash.addFlashAttribute("said", said(result));
    return "redirect:/gazettes";
  }

  private static String said(PublishResult result) {
    if (result.documents() + result.editions() == 0) {
      return "这些文件已经发布过，文字和任务都没有变化，没有重复生成任何东西。";
    }
    List<String> parts = new ArrayList<>();
    if (result.documents() > 0) {
      parts.add("新发布 " + result.documents() + " 份文件");
    }
    if (result.editions() > 0) {
      parts.add(result.editions() + " 份文件换成新版");
    }
    if (result.unchanged() > 0) {
      parts.add(result.unchanged() + " 份没有变化");
    }
    return String.join("，", parts) + "，共 " + result.tasks() + " 项任务进入督查。";
  }
}
