package org.zhengling.platform.clauses.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.UnitDirectory;
import org.zhengling.platform.clauses.draft.Correction;
import org.zhengling.platform.clauses.draft.Item;

/** Names of units that a person typed and the directory does not know: mistyped, or new. */
@Component
class StrangeNames {
  private static final int MOST_OFFERED = 3;

  private final UnitDirectory units;

  StrangeNames(UnitDirectory units) {
    this.units = units;
  }

  /**
   * Refuses names that stand neither in the directory nor in the source, with near ones.
   *
   * @param asWritten the person has seen it and means the name as it is
   */
  void refuse(Correction correction, @Nullable Item<?> before, boolean asWritten) {
    if (asWritten || !(correction instanceof Correction.Duty duty)) {
      return;
    }
    Set<String> printed = new HashSet<>();
    if (before != null && before.value() instanceof OrderedTask task) {
      printed.addAll(task.lead());
      printed.addAll(task.responsible());
    }
    Map<String, String> problems = new LinkedHashMap<>();
    look("lead", duty.lead(), printed, problems);
    look("responsible", duty.responsible(), printed, problems);
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }

  private void look(
      String field, List<String> names, Set<String> printed, Map<String, String> problems) {
    List<String> sentences = new ArrayList<>();
    for (String name : names) {
      boolean unknown = units.resolve(name) instanceof UnitDirectory.Resolved.Unknown;
      if (unknown && !printed.contains(name)) {
        List<String> near = units.near(name, MOST_OFFERED);
        sentences.add(
            "单位目录里没有“"
                + name
                + "”"
                + (near.isEmpty() ? "。" : "，相近的有 " + String.join("、", near) + "。"));
      }
    }
    if (!sentences.isEmpty()) {
      problems.put(field, String.join("", sentences) + "名称没有错的，勾选下面的“照写的保存”。");
    }
  }
}
