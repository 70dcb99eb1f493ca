package org.zhengling.programme.socialassistance.work;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.verification.Check;
import org.zhengling.programme.socialassistance.rules.Action;

/**
 * An action with what it carries, as it lies sealed in the case.
 *
 * @param form of the page it came from: sent twice, it is done once
 * @param carried what belongs to the action
 */
record Step(Action action, UUID form, @Nullable Carried carried) {

  /** What an action may carry. */
  record Carried(
      @Nullable Declaration declaration,
      @Nullable Check check,
      @Nullable Survey survey,
      @Nullable DecisionRecord decision) {}

  static Step of(Action action, UUID form) {
    return new Step(action, form, null);
  }

  static Step of(Action action, UUID form, Declaration declaration) {
    return new Step(action, form, new Carried(declaration, null, null, null));
  }

  static Step of(Action action, UUID form, Check check) {
    return new Step(action, form, new Carried(null, check, null, null));
  }

  static Step of(Action action, UUID form, Survey survey) {
    return new Step(action, form, new Carried(null, null, survey, null));
  }

  static Step of(Action action, UUID form, DecisionRecord decision) {
    return new Step(action, form, new Carried(null, null, null, decision));
  }

  Carried carriedOrNothing() {
    return Objects.requireNonNullElse(carried, new Carried(null, null, null, null));
  }

  /** For the history of the case. */
  String what() {
    return switch (action) {
      case Action.Accepted _ -> "受理";
      case Action.PapersAsked _ -> "通知补正";
      case Action.PapersBrought _ -> "收到补正材料";
      case Action.Checked _ -> "核对家庭经济状况";
      case Action.Surveyed _ -> "入户调查";
      case Action.Appraised _ -> "民主评议";
      case Action.VisitAsked _ -> "列入县级入户抽查";
      case Action.Visited _ -> "县级入户抽查";
      case Action.Posted _ -> "公示";
      case Action.Objected _ -> "收到异议，重新调查";
      case Action.PostingEnded _ -> "公示期满";
      case Action.Granted _ -> "批准";
      case Action.Refused _ -> "不予批准";
      case Action.RefusalDelivered _ -> "送达不予批准通知书";
      case Action.Withdrawn _ -> "撤回申请";
    };
  }
}
