package org.zhengling.platform.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengling.platform.exchange.store.FileLoads;
import org.zhengling.platform.exchange.store.HealthRows;

/** How sources are today, for those who keep them. */
@Component
public class SourceHealth {
  private static final int MOST = 10;

  private final HealthRows rows;
  private final FileLoads loads;

  SourceHealth(HealthRows rows, FileLoads loads) {
    this.rows = rows;
    this.loads = loads;
  }

  /** A file that was read: rows without fault and rows that went back. */
  public record Load(String file, LocalDate asOf, int goodRows, int rejectedRows, Instant readAt) {}

  public List<Health> all() {
    return rows.all();
  }

  /** The newest files of a source, with their counts. */
  public List<Load> loads(String source) {
    return loads.ofSource(source, MOST);
  }
}
