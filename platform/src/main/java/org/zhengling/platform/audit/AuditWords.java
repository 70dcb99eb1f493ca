package org.zhengling.platform.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** How entries are said on pages and in tables. */
public final class AuditWords {
  /** The zone of every office of the city. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

  private AuditWords() {}

  public static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** An act that this edition of the program does not know is shown as it was written. */
  public static String act(String name) {
    return Arrays.stream(ActKind.values())
        .filter(kind -> kind.name().equals(name))
        .map(ActKind::chinese)
        .findFirst()
        .orElse(name);
  }
}
