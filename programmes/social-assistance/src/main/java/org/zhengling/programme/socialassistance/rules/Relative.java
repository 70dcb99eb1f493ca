package org.zhengling.programme.socialassistance.rules;

import java.time.LocalDate;
import org.zhengling.engine.verification.Item;

/** Somebody who may belong to the household, as seen from the applicant. */
public record Relative(
    long person, Relation relation, LocalDate born, Upkeep upkeep, Whereabouts whereabouts) {

  /** What the person is to the applicant. */
  public enum Relation {
    APPLICANT("申请人"),
    SPOUSE("配偶"),
    PARENT("父母"),
    CHILD("子女"),
    /** A legal duty of support binds them. */
    BOUND_BY_DUTY("其他有法定义务的亲属"),
    UNBOUND("其他人");

    private final String chinese;

    Relation(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** Whether a grown child lives from its own means. */
  public enum Upkeep {
    INDEPENDENT("能独立生活"),
    /** Full time, up to a bachelor's degree. */
    STUDYING("在校就读（本科及以下）"),
    DEPENDENT("不能独立生活");

    private final String chinese;

    Upkeep(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** Where the person lives. */
  public sealed interface Whereabouts {}

  /** In the home of the household, for long. */
  public record AtHome() implements Whereabouts {}

  /** Somewhere else, or here not for long. */
  public record Elsewhere() implements Whereabouts {}

  /** As clergy in a place of religion, away from the family. */
  public record InClergy(LocalDate since) implements Whereabouts {}

  /** Not where a person can live with others. */
  public record Gone(Item.Absence why) implements Whereabouts {}
}
