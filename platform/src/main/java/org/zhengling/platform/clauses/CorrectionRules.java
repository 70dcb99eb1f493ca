package org.zhengling.platform.clauses;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.clauses.draft.Correction;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.draft.Item;
import org.zhengling.platform.clauses.draft.ItemKey;

/**
 * What a correction must fit: its own draft, and what is published. Problems are named by field.
 */
@Component
class CorrectionRules {
  private final Library library;

  CorrectionRules(Library library) {
    this.library = library;
  }

  /** Whether a plain yes does not answer what the item asks. */
  boolean needsAnswer(Item<?> item) {
    return switch (item.value()) {
      case OrderedTask task -> task.lead().isEmpty();
      case Reference reference -> changes(reference.effect());
      default -> false;
    };
  }

  private static boolean changes(Reference.Effect effect) {
    return switch (effect) {
      case AMENDS, ENDS -> true;
      case CITES, FOLLOWS -> false;
    };
  }

  void check(Draft draft, ItemKey key, Correction correction) {
    if (correction.kind() != key.kind()) {
      throw new Refusal(Refusal.Kind.CALLER, "没有保存。填的内容和这一项的种类不合。", "请从草稿的清单里重新打开它。");
    }
    Map<String, String> problems = new LinkedHashMap<>();
    DraftDocument document = draft.documentOf(key).orElse(null);
    switch (correction) {
      case Correction.Head head -> checkHead(draft, key, head, problems);
      case Correction.Outline outline -> checkOutline(document, key, outline.path(), problems);
      case Correction.Duty duty -> checkClause(document, duty.clause(), problems);
      case Correction.Figure figure -> checkClause(document, figure.clause(), problems);
      case Correction.Pointer pointer -> checkPointer(document, pointer, problems);
      case Correction.Event event -> {}
      case Correction.Enclosure enclosure -> {}
      case Correction.IntoClause into ->
          checkClause(document(draft, into.document(), problems), into.path(), problems);
      case Correction.NewClause made ->
          checkOutline(document(draft, made.document(), problems), key, made.path(), problems);
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }

  /** The first clause has none before it that could take its words. */
  void checkDropped(Draft draft, ItemKey key) {
    boolean first =
        draft.documentOf(key).stream()
            .flatMap(document -> document.clauses().stream().limit(1))
            .anyMatch(clause -> clause.key().equals(key));
    if (first) {
      throw new Refusal(Refusal.Kind.CALLER, "没有保存。这是文件的第一条，前面没有可以并入的条款。", "请改它的编号，或把整份文件设为不采用。");
    }
  }

  private static @Nullable DraftDocument document(
      Draft draft, String id, Map<String, String> problems) {
    Optional<DraftDocument> found =
        draft.kept().stream().filter(one -> one.head().key().id().equals(id)).findFirst();
    if (found.isEmpty()) {
      problems.put("document", "草稿里没有这份文件，请从列表里选。");
    }
    return found.orElse(null);
  }

  private static void checkHead(
      Draft draft, ItemKey key, Correction.Head head, Map<String, String> problems) {
    for (DraftDocument other : draft.kept()) {
      boolean same =
          head.number().isEmpty()
              ? other.key().equals("无文号 " + head.title())
              : other.key().equals(head.number());
      if (!other.head().key().equals(key) && same) {
        problems.put(
            "number", "“" + other.key() + "”已经是另一份文件的（原文" + other.head().source() + "）。请核对哪一份写错了。");
      }
    }
    if (head.title().isBlank()) {
      problems.put("title", "没有写标题，请照原文补上。");
    }
    if (head.written() != null
        && head.printed() != null
        && head.printed().isBefore(head.written())) {
      problems.put("printed", "印发日期 " + head.printed() + " 早于成文日期，请改正其中一个。");
    }
  }

  private static void checkOutline(
      @Nullable DraftDocument document, ItemKey key, String path, Map<String, String> problems) {
    if (!isPath(path)) {
      problems.put("path", "“" + path + "”不是条款编号，请写成 二(三)7、第十二条 或 附件 这样。");
    } else if (document != null) {
      document.clauses().stream()
          .filter(one -> !one.dropped() && !one.key().equals(key))
          .filter(one -> !one.key().id().equals(key.id()))
          .filter(one -> one.value().path().text().equals(path))
          .findFirst()
          .ifPresent(
              one -> problems.put("path", "“" + path + "”已经是另一条（原文" + one.source() + "）。请写别的编号。"));
    }
  }

  private static boolean isPath(String path) {
    try {
      return new ClausePath(path).text().equals(path);
    } catch (IllegalArgumentException notAPath) {
      return false;
    }
  }

  private static void checkClause(
      @Nullable DraftDocument document, String path, Map<String, String> problems) {
    if (path.isEmpty() || document == null) {
      return;
    }
    if (clause(document, path).isEmpty() && !path.startsWith("附件")) {
      problems.put("clause", "这份文件里没有“" + path + "”这一条，请从条款目录里照抄编号。");
    }
  }

  private static Optional<Clause> clause(DraftDocument document, String path) {
    return document.document().clauses().stream()
        .filter(one -> one.path().text().equals(path))
        .findFirst();
  }

  /** Who changes an earlier document names it exactly, and copies the new words from the ground. */
  private void checkPointer(
      @Nullable DraftDocument document, Correction.Pointer pointer, Map<String, String> problems) {
    checkClause(document, pointer.clause(), problems);
    if (!changes(pointer.effect())) {
      return;
    }
    if (pointer.startsOn() == null) {
      problems.put("startsOn", "没有写从何日起。请写日期，如 2021-03-01；只想提到那份文件的，作用请选“提及”。");
    }
    if (document != null && pointer.number().equals(document.key())) {
      problems.put("number", "这就是本文件的文号。要改本文件，请发布新的一版。");
    } else if (library.document(pointer.number()).isEmpty()) {
      problems.put("number", "没有发布过“" + pointer.number() + "”。请写已发布文件的文号全称，或先导入那份文件。");
    } else if (!pointer.target().isEmpty()
        && library.clauses(pointer.number()).stream()
            .noneMatch(one -> one.path().equals(pointer.target()))) {
      problems.put("target", "那份文件里没有“" + pointer.target() + "”这一条。请照条款编号写，空着表示整份文件。");
    }
    String ground =
        document == null
            ? ""
            : clause(document, pointer.clause().isEmpty() ? "正文" : pointer.clause())
                .map(one -> bare(one.heading() + one.text()))
                .orElse("");
    if (!pointer.newWords().isBlank() && !ground.contains(bare(pointer.newWords()))) {
      problems.put("newWords", "这些文字不在作出修改的条款里。官方文字只能照抄，请从那一条复制。");
    }
  }

  private static String bare(String words) {
    return words.replaceAll("[\\s\\u3000]+", "");
  }
}
