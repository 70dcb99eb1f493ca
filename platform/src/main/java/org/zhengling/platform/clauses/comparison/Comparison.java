package org.zhengling.platform.clauses.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Two readings of one document, side by side.
 *
 * @param changes what differs, in the order of the new text; what was removed stands where it was
 * @param same how many entries are equal
 */
public record Comparison(List<Change> changes, int same) {
  public Comparison {
    changes = List.copyOf(changes);
  }

  /**
   * Something that is compared.
   *
   * @param kind 条款, 任务, 指标
   * @param key path or id: the same in both readings
   * @param label how a person names it
   */
  public record Entry(String kind, String key, String label, String words) {}

  /** How an entry differs. */
  public enum Sort {
    ADDED("新增"),
    REMOVED("删去"),
    MOVED("移动"),
    CHANGED("改动");

    private final String chinese;

    Sort(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /**
   * A difference.
   *
   * @param label where it stands now; of what was removed or moved, where it stood
   * @param from where it stood before it moved; empty otherwise
   */
  public record Change(
      Sort sort, String kind, String label, String from, List<WordMarks.Piece> pieces) {
    public Change {
      pieces = List.copyOf(pieces);
    }
  }

  /** How many differences of a sort there are. */
  public long count(Sort sort) {
    return changes.stream().filter(one -> one.sort() == sort).count();
  }

  /** Compares entries of the old and of the new reading. */
  public static Comparison between(List<Entry> old, List<Entry> now) {
    Map<String, Entry> before = byKey(old);
    Map<String, Entry> after = byKey(now);
    Map<String, Entry> gone = new LinkedHashMap<>();
    before.forEach((key, entry) -> {
      if (!after.containsKey(key)) {
        gone.putIfAbsent(entry.kind() + " " + entry.words(), entry);
      }
    });
    List<Change> changes = new ArrayList<>();
    List<Entry> moved = new ArrayList<>();
    int same = 0;
    for (Map.Entry<String, Entry> one : after.entrySet()) {
      Entry entry = one.getValue();
      Entry known = before.get(one.getKey());
      Entry elsewhere = known == null ? gone.get(entry.kind() + " " + entry.words()) : null;
      if (known != null && known.words().equals(entry.words())) {
        same++;
      } else if (known != null) {
        changes.add(
            new Change(
                Sort.CHANGED,
                entry.kind(),
                entry.label(),
                "",
                WordMarks.between(known.words(), entry.words())));
      } else if (elsewhere != null && !moved.contains(elsewhere)) {
        moved.add(elsewhere);
        changes.add(
            new Change(
                Sort.MOVED,
                entry.kind(),
                entry.label(),
                elsewhere.label(),
                whole(WordMarks.Mark.SAME, entry)));
      } else {
        changes.add(
            new Change(
                Sort.ADDED, entry.kind(), entry.label(), "", whole(WordMarks.Mark.ADDED, entry)));
      }
    }
    before.forEach((key, entry) -> {
      if (!after.containsKey(key) && !moved.contains(entry)) {
        changes.add(
            new Change(
                Sort.REMOVED,
                entry.kind(),
                entry.label(),
                "",
                whole(WordMarks.Mark.REMOVED, entry)));
      }
    });
    return new Comparison(sorted(changes, old, now), same);
  }

  private static List<WordMarks.Piece> whole(WordMarks.Mark mark, Entry entry) {
    return List.of(new WordMarks.Piece(mark, entry.words()));
  }

  private static Map<String, Entry> byKey(List<Entry> entries) {
    Map<String, Entry> map = new LinkedHashMap<>();
    entries.forEach(entry -> map.putIfAbsent(entry.kind() + " " + entry.key(), entry));
    return map;
  }

  /** Kind by kind; in each what is new in its order, then what was removed in its order. */
  private static List<Change> sorted(List<Change> changes, List<Entry> old, List<Entry> now) {
    return Stream.concat(now.stream(), old.stream())
        .map(Entry::kind)
        .distinct()
        .flatMap(kind -> changes.stream().filter(one -> Objects.equals(one.kind(), kind)))
        .toList();
  }
}
