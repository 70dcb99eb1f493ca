package org.zhengling.platform.clauses.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.formats.text.FileName;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.clauses.Draft;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.ImportedFile;
import org.zhengling.platform.clauses.PublishResult;

/** Bringing a gazette in: upload, check the draft beside its source, publish. */
@Controller
class ImportPages {
  /** Enough to see where a task stands without reading the whole document. */
  private static final int LINES_AROUND = 6;

  private final CurrentPost current;
  private final Gazettes gazettes;
  private final AreaDirectory areas;

  ImportPages(CurrentPost current, Gazettes gazettes, AreaDirectory areas) {
    this.current = current;
    this.gazettes = gazettes;
    this.areas = areas;
  }

  /** Which document and task of a draft are in hand, and whether the whole source is shown. */
  record Choice(int document, int task, boolean whole) {}

  /** The list page. */
  record ImportList(List<ImportedFile> files, String problem) {}

  /** A document of the draft in the left column. */
  record DocumentChoice(
      int index, String number, String title, int tasks, int unnamed, boolean chosen) {}

  /**
   * A line of the source in the middle column.
   *
   * @param here true where the task in hand was read
   */
  record SourceRow(int number, String text, boolean here) {}

  /** A task of the chosen document. */
  record TaskChoice(
      int index, OrderedTask task, String deadline, boolean corrected, boolean chosen) {}

  /** The draft page. */
  record DraftPage(
      long id,
      ImportedFile file,
      List<DocumentChoice> documents,
      @Nullable OfficialDocument document,
      List<SourceRow> source,
      boolean whole,
      List<TaskChoice> tasks,
      int chosenDocument,
      int chosenTask,
      @Nullable TaskForm form,
      int clauses,
      int allTasks,
      int chronicle,
      int unplaced,
      List<String> missingAnnexes,
      boolean mayPublish) {}

  @GetMapping("/imports")
  String list(Model model) {
    current.require(Permission.IMPORT_GAZETTE);
    model.addAttribute("imports", new ImportList(gazettes.files(), ""));
    return "clauses/imports";
  }

  @PostMapping("/imports")
  String upload(
      @RequestParam MultipartFile file,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response)
      throws IOException {
    var by = current.require(Permission.IMPORT_GAZETTE);
    String name = FileName.of(file.getOriginalFilename());
    try {
      if (name.isBlank()) {
        throw new Refusal(Refusal.Kind.CALLER, "没有导入。还没有选文件。", "请选一个公报文本（.txt 或 .md）再上传。");
      }
      long id = gazettes.upload(name, file.getBytes(), by.personId(), false);
      flash.addAttribute("id", id);
      return "redirect:/imports/{id}";
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute(
          "imports",
          new ImportList(gazettes.files(), refusal.happened() + refusal.kept() + refusal.todo()));
      return "clauses/imports";
    }
  }

  @GetMapping("/imports/{id}")
  String draft(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int document,
      @RequestParam(defaultValue = "0") int task,
      @RequestParam(defaultValue = "false") boolean whole,
      Model model) {
    current.require(Permission.IMPORT_GAZETTE);
    return page(gazettes.draft(id), new Choice(document, task, whole), null, model);
  }

  private String page(Draft draft, Choice choice, @Nullable TaskForm typed, Model model) {
    List<OfficialDocument> documents = draft.documents();
    OfficialDocument chosen =
        documents.isEmpty()
            ? null
            : documents.get(Math.clamp(choice.document(), 0, documents.size() - 1));
    List<OrderedTask> tasks = chosen == null ? List.of() : draft.tasks(chosen);
    OrderedTask inHand =
        tasks.isEmpty() ? null : tasks.get(Math.clamp(choice.task(), 0, tasks.size() - 1));
    List<TaskChoice> choices = new ArrayList<>();
    for (OrderedTask one : tasks) {
      choices.add(
          new TaskChoice(
              choices.size(),
              one,
              DeadlineWords.of(one.deadline()),
              draft.edits().containsKey(one.id()),
              one.equals(inHand)));
    }
    TaskForm form = typed != null ? typed : inHand == null ? null : TaskForm.of(inHand);
    model.addAttribute(
        "draft",
        new DraftPage(
            draft.file().id(),
            draft.file(),
            documentChoices(draft, chosen),
            chosen,
            chosen == null
                ? List.of()
                : source(draft, chosen, choice.whole() ? null : inHand, inHand),
            choice.whole() || inHand == null,
            choices,
            chosen == null ? 0 : documents.indexOf(chosen),
            inHand == null ? 0 : tasks.indexOf(inHand),
            form,
            documents.stream().mapToInt(d -> d.clauses().size()).sum(),
            documents.stream().mapToInt(d -> d.tasks().size()).sum(),
            draft.chronicle().size(),
            draft.reading().unplaced().size(),
            missingAnnexes(documents),
            current.require().post().may(Permission.PUBLISH_GAZETTE)));
    return "clauses/draft";
  }

  private static List<DocumentChoice> documentChoices(
      Draft draft, @Nullable OfficialDocument chosen) {
    List<DocumentChoice> choices = new ArrayList<>();
    for (OfficialDocument document : draft.documents()) {
      List<OrderedTask> tasks = draft.tasks(document);
      int unnamed = (int) tasks.stream().filter(task -> task.lead().isEmpty()).count();
      choices.add(
          new DocumentChoice(
              choices.size(),
              document.number(),
              document.title(),
              tasks.size(),
              unnamed,
              document.equals(chosen)));
    }
    return choices;
  }

  /** The document's lines; around one task only, when one is given. */
  private static List<SourceRow> source(
      Draft draft,
      OfficialDocument document,
      @Nullable OrderedTask around,
      @Nullable OrderedTask task) {
    int first = document.place().firstLine();
    int last = document.place().lastLine();
    if (around != null) {
      first = Math.max(first, around.place().firstLine() - LINES_AROUND);
      last = Math.min(last, around.place().lastLine() + LINES_AROUND);
    }
    List<SourceRow> rows = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      String text = draft.lines().get(line - 1);
      boolean here =
          task != null && line >= task.place().firstLine() && line <= task.place().lastLine();
      if (!text.isBlank()) {
        rows.add(new SourceRow(line, text, here));
      }
    }
    return rows;
  }

  private static List<String> missingAnnexes(List<OfficialDocument> documents) {
    return documents.stream()
        .filter(document -> document.annexes().stream().anyMatch(annex -> !annex.printed()))
        .map(OfficialDocument::number)
        .toList();
  }

  @PostMapping("/imports/{id}/tasks")
  String edit(
      @PathVariable long id,
      @RequestParam int document,
      @RequestParam int task,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String lead,
      @RequestParam(defaultValue = "") String responsible,
      @RequestParam(defaultValue = "none") String kind,
      @RequestParam(defaultValue = "") String first,
      @RequestParam(defaultValue = "") String last,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response) {
    var by = current.require(Permission.IMPORT_GAZETTE);
    Draft draft = gazettes.draft(id);
    OrderedTask inHand = inHand(draft, document, task);
    String rest = DeadlineWords.of(inHand.deadline());
    TaskForm typed = new TaskForm(title, lead, responsible, kind, first, last, rest, "");
    try {
      gazettes.edit(id, typed.edit(inHand), by.personId());
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(draft, new Choice(document, task, false), typed.refused(refusal), model);
    }
    flash.addAttribute("id", id);
    flash.addAttribute("document", document);
    flash.addAttribute("task", task + 1);
    return "redirect:/imports/{id}";
  }

  private static OrderedTask inHand(Draft draft, int document, int task) {
    if (document >= 0 && document < draft.documents().size()) {
      List<OrderedTask> tasks = draft.tasks(draft.documents().get(document));
      if (task >= 0 && task < tasks.size()) {
        return tasks.get(task);
      }
    }
    throw new Refusal(Refusal.Kind.ABSENT, "没有保存。草稿里没有这项任务。", "请从草稿的任务清单里重新打开它。");
  }

  /** A mark inside brackets belongs to the name: 各县（市、区）政府（管委会） is one unit. */
  @PostMapping("/imports/{id}/publish")
  String publish(@PathVariable long id, RedirectAttributes flash) {
    var by = current.require(Permission.PUBLISH_GAZETTE);
    if (!by.post().areaCode().equals(areas.city().code())) {
      throw new Refusal(
          Refusal.Kind.RIGHTS,
          "没有发布。公报的任务分到全市各地，您的岗位只管" + by.post().areaName() + "。",
          "草稿和更正都保留着。",
          "请由市级公报岗发布。");
    }
    PublishResult result = gazettes.publish(id, by.personId());
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
