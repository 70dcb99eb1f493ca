package org.zhengling.platform.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.cases.store.Actions.ActionRow;

/** What to say to somebody whose page of a case is older than the case. */
record StaleVersion(List<ActionRow> since, Instant now) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  Refusal refusal() {
    if (since.isEmpty()) {
      return new Refusal(Refusal.Kind.CALLER, "没有提交。这张表单不是从这份案卷打开的。", "您写的都保留着，", "请从案卷页重新打开。");
    }
    String who = since.stream().map(this::who).distinct().collect(Collectors.joining("、"));
    String what = since.stream().map(ActionRow::what).distinct().collect(Collectors.joining("、"));
    return new Refusal(
        Refusal.Kind.CONFLICT, who + " 已改过这份申请。", "您写的都保留着，", "请先看他改了什么（" + what + "）。");
  }

  private String who(ActionRow row) {
    LocalDate today = now.atZone(ZONE).toLocalDate();
    var at = row.at().atZone(ZONE);
    return row.doer().name() + " " + (at.toLocalDate().equals(today) ? TIME : DAY).format(at);
  }
}
