package org.zhengling.platform.clauses;

import java.util.List;
import org.zhengling.engine.gazette.OfficialDocument;

/**
 * What publishing a draft would do, worked out before anybody presses the button.
 *
 * @param waiting items that must be confirmed first
 * @param obstacles what else stands in the way, in sentences
 * @param events events of the chronicle that would be published; 0 once they are
 */
public record PublishPlan(
    List<DocumentPlan> documents, long waiting, List<String> obstacles, int events) {
  public PublishPlan {
    documents = List.copyOf(documents);
    obstacles = List.copyOf(obstacles);
  }

  /** Whether nothing stands in the way. */
  public boolean free() {
    return waiting == 0 && obstacles.isEmpty();
  }

  /** Whether anything would be new. */
  public boolean empty() {
    return events == 0 && documents.stream().allMatch(one -> one.change() == Change.UNCHANGED);
  }

  /** What happens to a document. */
  public enum Change {
    NEW("新发布"),
    EDITION("换新版"),
    UNCHANGED("没有变化");

    private final String chinese;

    Change(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /**
   * One document of it.
   *
   * @param edition the number it would get, or has where nothing changes
   * @param counties how many tasks each county and zone would get, those with none left out
   * @param leftToSupervision tasks whose lead the supervision office assigns
   * @param running what changes for the tasks of the edition before
   */
  public record DocumentPlan(
      String number,
      OfficialDocument document,
      Change change,
      int edition,
      List<County> counties,
      int leftToSupervision,
      List<Amendment> amendments,
      List<TaskChange> running) {
    public DocumentPlan {
      counties = List.copyOf(counties);
      amendments = List.copyOf(amendments);
      running = List.copyOf(running);
    }
  }

  /** A county or zone and how many tasks name it. */
  public record County(String name, int tasks) {}

  /** A task of the edition before and what becomes of it. */
  public record TaskChange(String task, String title, String what) {}
}
