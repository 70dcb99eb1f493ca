package org.zhengling.platform.supervision;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All tasks with their lights on one day: what the wall chart, the lists and the portal show.
 *
 * @param rows tasks in the order of the gazette
 */
public record Board(List<Row> rows) {
  public Board {
    rows = List.copyOf(rows);
  }

  /** A task in one area with its light. */
  public record Cell(Assignment assignment, Light light) {}

  /**
   * A task with its cells.
   *
   * @param cells by area code
   */
  public record Row(SupervisedTask task, Map<String, Cell> cells) {
    public Row {
      cells = Map.copyOf(cells);
    }

    /** The light that calls for attention first; a task nobody carries out is not started. */
    public Optional<Light> worst() {
      return cells.values().stream().map(Cell::light).min(Comparator.comparing(Light::state));
    }

    /**
     * Mean of the areas, an area without a report counting as 0; absent when nothing is reported.
     */
    public OptionalInt percent() {
      return mean(cells.values());
    }
  }

  /** Tasks of one document. */
  public Board of(String document) {
    return new Board(rows.stream().filter(row -> row.task().document().equals(document)).toList());
  }

  /** Tasks of one clause of a document. */
  public List<Row> of(String document, String clausePath) {
    return rows.stream()
        .filter(row -> row.task().document().equals(document))
        .filter(row -> row.task().clausePath().equals(clausePath))
        .toList();
  }

  public Optional<Row> task(String id) {
    return rows.stream().filter(row -> row.task().id().equals(id)).findFirst();
  }

  /** How many cells are in each state; every state has a count. */
  public Map<State, Integer> counts() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      counts.put(state, 0);
    }
    cells().forEach(cell -> counts.merge(cell.light().state(), 1, Integer::sum));
    return counts;
  }

  /** How many tasks have this as their worst state. */
  public int tasksIn(State state) {
    return Math.toIntExact(
        rows.stream()
            .filter(row -> row.worst().map(light -> light.state() == state).orElse(false))
            .count());
  }

  public OptionalInt percent() {
    return mean(cells());
  }

  private List<Cell> cells() {
    return rows.stream().flatMap(row -> row.cells().values().stream()).toList();
  }

  private static OptionalInt mean(Collection<Cell> cells) {
    List<Integer> reported =
        cells.stream().map(cell -> cell.light().percent()).filter(Objects::nonNull).toList();
    if (reported.isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(reported.stream().mapToInt(Integer::intValue).sum() / cells.size());
  }
}
