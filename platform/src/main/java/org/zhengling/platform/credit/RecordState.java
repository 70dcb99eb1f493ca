package org.zhengling.platform.credit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a dishonesty record stands; a fold over its steps and the day. */
public sealed interface RecordState {
  /** Entered; the person does not know yet, so it has no effect. */
  record NotTold() implements RecordState {}

  /**
   * It has effect.
   *
   * @param until first day without effect
   */
  record Effective(LocalDate until) implements RecordState {}

  /** The person objects; it has no effect until that is answered. */
  record Objected(LocalDate on, Checking checking) implements RecordState {}

  /** Taken back: it was wrong. */
  record Withdrawn(LocalDate on) implements RecordState {}

  /** The person made good. */
  record Repaired(LocalDate on) implements RecordState {}

  /** Its time is over. */
  record Expired(LocalDate on) implements RecordState {}

  /** Who has to check an objection. */
  enum Checking {
    ALONE("本单位核实"),
    OTHERS_CHECK("要别的单位核实");

    private final String chinese;

    Checking(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** How the person was told. */
  enum Telling {
    BY_HAND("当面送达"),
    BY_POST("邮寄送达"),
    BY_SCREEN("电子送达"),
    BY_NOTICE("公告送达");

    private final String chinese;

    Telling(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** One thing that happened. */
  sealed interface Step {
    LocalDate on();

    /** The person was told. */
    record Told(LocalDate on, Telling how) implements Step {}

    /** The person objected. */
    record Objection(LocalDate on, Checking checking) implements Step {}

    /** The objection does not hold. */
    record Rejected(LocalDate on) implements Step {}

    /** The record was wrong. */
    record TakenBack(LocalDate on) implements Step {}

    /** The person did their duties. */
    record MadeGood(LocalDate on) implements Step {}
  }

  /**
   * The state after these steps.
   *
   * @param steps in the order in which they were entered
   * @param expiresOn first day without effect whatever happened
   */
  static RecordState of(List<Step> steps, LocalDate expiresOn, LocalDate today) {
    RecordState state = new NotTold();
    for (Step step : steps) {
      state =
          switch (step) {
            case Step.Told told -> new Effective(expiresOn);
            case Step.Objection(LocalDate on, Checking checking) -> new Objected(on, checking);
            case Step.Rejected rejected -> new Effective(expiresOn);
            case Step.TakenBack(LocalDate on) -> new Withdrawn(on);
            case Step.MadeGood(LocalDate on) -> new Repaired(on);
          };
    }
    boolean over = !today.isBefore(expiresOn);
    return over && !(state instanceof Withdrawn) && !(state instanceof Repaired)
        ? new Expired(expiresOn)
        : state;
  }

  /** The first day without effect; absent where it has none now. */
  default @Nullable LocalDate effectiveUntil() {
    return switch (this) {
      case Effective(LocalDate until) -> until;
      case NotTold none -> null;
      case Objected none -> null;
      case Withdrawn none -> null;
      case Repaired none -> null;
      case Expired none -> null;
    };
  }
}
