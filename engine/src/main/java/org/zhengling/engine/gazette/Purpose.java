package org.zhengling.engine.gazette;

import java.util.regex.Pattern;
import org.zhengling.engine.time.Deadline;

/** Tells clauses that state a purpose, a goal or a scope from those that order work. */
final class Purpose {
  private static final Pattern STATED =
      Pattern.compile(
          "总体(?:要求|思路|目标)|指导思想|基本(?:原则|思路)|工作(?:目标|原则|思路)|(?:发展|主要|预期|行动)目标|目标(?:要求|定位)|重大?意义|重要性"
              + "|范围$|适用对象|^目标|总则|附则|名词解释");
  private static final Pattern ORDERS = Pattern.compile("任务|措施|安排|责任|分工");

  private Purpose() {}

  /** Whether the clause or one above it is headed by a purpose, a goal or a scope. */
  static boolean isStated(ClauseDraft clause) {
    for (ClauseDraft at = clause; at != null; at = at.parent()) {
      String heading = at.heading();
      if (STATED.matcher(heading).find() && !ORDERS.matcher(heading).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a goal with this deadline can be missed on a day. */
  static boolean isDay(Deadline deadline) {
    return switch (deadline) {
      case Deadline.By by -> true;
      case Deadline.Span span -> true;
      case Deadline.Recurring recurring -> true;
      case Deadline.Relative relative -> false;
      case Deadline.Continuing continuing -> false;
      case Deadline.Onward onward -> false;
      case Deadline.None none -> false;
    };
  }
}
