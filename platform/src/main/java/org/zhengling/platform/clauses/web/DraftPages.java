package org.zhengling.platform.clauses.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.clauses.Annexes;
import org.zhengling.platform.clauses.Corrections;
import org.zhengling.platform.clauses.Editor;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.draft.Correction;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.draft.Item;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.clauses.draft.Verdict;

/** Checking a draft beside its source: each item is confirmed, corrected or set aside. */
@Controller
class DraftPages {
  private static final String PAGE = "clauses/draft";

  /** Acts on the chips of a form: {@code chips}, and {@code chips lead 市妇联} to take one away. */
  private static final String CHIPS = "chips";

  private final CurrentPost current;
  private final Gazettes gazettes;
  private final Corrections corrections;
  private final Annexes annexes;
  private final DraftShow show;
  private final StrangeNames strangers;

  DraftPages(
      CurrentPost current,
      Gazettes gazettes,
      Corrections corrections,
      Annexes annexes,
      DraftShow show,
      StrangeNames strangers) {
    this.current = current;
    this.gazettes = gazettes;
    this.corrections = corrections;
    this.annexes = annexes;
    this.show = show;
    this.strangers = strangers;
  }

  @GetMapping("/imports/{id}")
  String draft(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String heap,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String add,
      @RequestParam(defaultValue = "false") boolean whole,
      Model model) {
    current.require(Permission.IMPORT_GAZETTE);
    Draft draft = gazettes.draft(id);
    String said = Objects.requireNonNullElse((String) model.getAttribute("said"), "");
    String at = add.isEmpty() ? item : adding(draft, heap, add);
    model.addAttribute("draft", show.view(draft, new DraftShow.Look(heap, at, whole, null, said)));
    return PAGE;
  }

  /** The key of the next item of a kind; a kind that nobody adds by hand is passed over. */
  private static String adding(Draft draft, String heap, String add) {
    for (ItemKind kind : List.of(ItemKind.TASK, ItemKind.INDICATOR, ItemKind.REFERENCE)) {
      for (DraftDocument document : draft.documents()) {
        if (kind.name().equals(add) && document.head().key().id().equals(heap)) {
          return Corrections.next(document, kind).text();
        }
      }
    }
    return "";
  }

  @PostMapping("/imports/{id}/items")
  String decide(
      @PathVariable long id,
      @RequestParam String item,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "save") String act,
      ItemFields fields,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    Editor by = Editor.of(current.require(Permission.IMPORT_GAZETTE));
    Draft draft = gazettes.draft(id);
    ItemKey key =
        ItemKey.parse(item)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有保存。草稿里没有这一项。", "请从草稿的清单里重新打开它。"));
    Item<?> before = draft.item(key).orElse(null);
    Map<String, String> values = fields.values();
    ItemForm typed = ItemForm.of(values);
    if (act.startsWith(CHIPS)) {
      model.addAttribute("draft", show.view(draft, DraftShow.Look.at(item, chips(typed, act))));
      return PAGE;
    }
    try {
      corrections.decide(id, key, seen, verdict(key, act, values, before), by);
    } catch (Misfilled misfilled) {
      return refused(draft, key, typed.misfilled(misfilled.problems()), model, response);
    } catch (Refusal refusal) {
      return refused(
          gazettes.draft(id),
          key,
          typed.refused(refusal.happened() + refusal.kept() + refusal.todo(), theirs(id, key)),
          model,
          response);
    }
    String next = new Desk(draft).after(key).map(one -> one.key().text()).orElse(item);
    boolean stays = act.equals("reopen") || before == null;
    flash.addAttribute("id", id);
    flash.addAttribute("item", stays ? item : next);
    return "redirect:/imports/{id}";
  }

  /** Without scripts chips are taken away and added by the server; what was typed stays. */
  private static ItemForm chips(ItemForm typed, String act) {
    String[] words = act.split(" ", 3);
    return words.length < 3 ? typed : typed.without(words[1], words[2]);
  }

  private Verdict verdict(
      ItemKey key, String act, Map<String, String> values, @Nullable Item<?> before) {
    return switch (act) {
      case "drop" -> new Verdict.Dropped();
      case "reopen" -> new Verdict.Reopened();
      default -> {
        Correction correction = ItemForms.correction(key.kind(), new Typed(values), before);
        strangers.refuse(correction, before, values.containsKey("asWritten"));
        boolean unchanged =
            before != null
                && plain(before, correction)
                && correction.equals(
                    ItemForms.correction(key.kind(), new Typed(ItemForms.of(before)), before));
        yield unchanged ? new Verdict.Confirmed() : new Verdict.Corrected(correction);
      }
    };
  }

  /** Whether a plain yes says it all: not for what an earlier correction or an answer holds. */
  private static boolean plain(Item<?> before, Correction correction) {
    boolean answers =
        switch (correction) {
          case Correction.Duty duty -> duty.lead().isEmpty();
          case Correction.Pointer pointer -> pointer.startsOn() != null;
          case Correction.IntoClause into -> true;
          case Correction.NewClause made -> true;
          case Correction.Head head -> false;
          case Correction.Outline outline -> false;
          case Correction.Figure figure -> false;
          case Correction.Event event -> false;
          case Correction.Enclosure enclosure -> false;
        };
    boolean corrected =
        before.edit() != null && before.edit().verdict() instanceof Verdict.Corrected;
    return !answers && !corrected;
  }

  private String refused(
      Draft draft, ItemKey key, ItemForm form, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("draft", show.view(draft, DraftShow.Look.at(key.text(), form)));
    return PAGE;
  }

  /** What the newest decision says, field by field. */
  private List<String> theirs(long id, ItemKey key) {
    return gazettes
        .draft(id)
        .item(key)
        .<Map<String, String>>map(ItemForms::of)
        .map(FieldWords::of)
        .orElse(List.of());
  }

  @PostMapping("/imports/{id}/rest")
  String decideRest(
      @PathVariable long id,
      @RequestParam String document,
      @RequestParam String act,
      RedirectAttributes flash) {
    Editor by = Editor.of(current.require(Permission.IMPORT_GAZETTE));
    ItemKey key = new ItemKey(ItemKind.DOCUMENT, document.isBlank() ? "—" : document);
    String said =
        switch (act) {
          case "supervision" ->
              "已把 "
                  + corrections.decideUnnamed(id, key, Corrections.Nobody.SUPERVISION_ASSIGNS, by)
                  + " 项没写牵头单位的任务定为由督查室指派。";
          case "no-task" ->
              "已把 "
                  + corrections.decideUnnamed(id, key, Corrections.Nobody.NO_TASK, by)
                  + " 项没写牵头单位的定为不作任务。";
          case "chronicle" -> "已确认 " + corrections.confirmChronicle(id, by) + " 条大事记。";
          default -> "已照识别结果确认 " + corrections.confirmRest(id, key, by) + " 处。";
        };
    flash.addAttribute("id", id);
    flash.addAttribute("heap", act.equals("chronicle") ? Desk.CHRONICLE : document);
    flash.addFlashAttribute("said", said);
    return "redirect:/imports/{id}";
  }

  @PostMapping("/imports/{id}/annexes")
  String annex(
      @PathVariable long id,
      @RequestParam String item,
      @RequestParam MultipartFile file,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response)
      throws IOException {
    Editor by = Editor.of(current.require(Permission.IMPORT_GAZETTE));
    ItemKey key = ItemKey.parse(item).orElse(new ItemKey(ItemKind.LINE, "—"));
    try {
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      if (name.isBlank()) {
        throw new Refusal(Refusal.Kind.CALLER, "没有读入。还没有选文件。", "请选一个 .xlsx 表格再上传。");
      }
      List<String> titles = annexes.upload(id, key, name, file.getBytes(), by);
      flash.addAttribute("id", id);
      flash.addAttribute("item", item);
      flash.addFlashAttribute(
          "said",
          "已读入 "
              + name
              + "，"
              + annexes.files(id, key).getFirst().rows()
              + " 项任务进了草稿。"
              + String.join("", titles));
      return "redirect:/imports/{id}";
    } catch (Refusal refusal) {
      Draft draft = gazettes.draft(id);
      Map<String, String> values = draft.item(key).map(ItemForms::of).orElse(Map.of());
      ItemForm form =
          ItemForm.of(values)
              .refused(refusal.happened() + refusal.kept() + refusal.todo(), List.of());
      return refused(draft, key, form, model, response);
    }
  }

  @GetMapping("/imports/task-list.xlsx")
  ResponseEntity<byte[]> template() {
    current.require(Permission.IMPORT_GAZETTE);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_TYPE,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"task-list.xlsx\"")
        .body(Annexes.template());
  }
}
