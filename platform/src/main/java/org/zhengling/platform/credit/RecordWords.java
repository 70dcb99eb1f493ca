package org.zhengling.platform.credit;

import java.time.LocalDate;
import org.zhengling.platform.credit.RecordState.Step;

/** How states and steps are said on pages and in files. */
public final class RecordWords {
  private RecordWords() {}

  /** A state in a sentence without full stop. */
  public static String state(RecordState state) {
    return switch (state) {
      case RecordState.NotTold none -> "还没有告知本人，没有效力";
      case RecordState.Effective(LocalDate until) -> "有效，到 " + until.minusDays(1);
      case RecordState.Objected(LocalDate on, RecordState.Checking checking) ->
          on + " 提出异议，" + checking.chinese() + "，处理期间没有效力";
      case RecordState.Withdrawn(LocalDate on) -> on + " 撤销";
      case RecordState.Repaired(LocalDate on) -> on + " 修复";
      case RecordState.Expired(LocalDate on) -> "已到期，" + on + " 起没有效力";
    };
  }

  /** A step in a few words. */
  public static String step(Step step) {
    return switch (step) {
      case Step.Told told -> "告知本人，" + told.how().chinese();
      case Step.Objection objection -> "本人提出异议，" + objection.checking().chinese();
      case Step.Rejected rejected -> "异议不成立，记录维持";
      case Step.TakenBack back -> "异议成立，记录撤销";
      case Step.MadeGood good -> "履行义务，信用修复";
    };
  }
}
