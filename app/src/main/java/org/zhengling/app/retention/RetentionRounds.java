package org.zhengling.app.retention;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** While a server serves, what is due is removed a minute after the start and every six hours. */
@Component
@ConditionalOnWebApplication
class RetentionRounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionRounds.class);
  private static final long FIRST_MINUTES = 1;
  private static final long EVERY_MINUTES = 360;

  private final Retention retention;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());
  private volatile boolean running;

  RetentionRounds(Retention retention) {
    this.retention = retention;
  }

  @Override
  public void start() {
    running = true;
    var _ =
        rounds.scheduleWithFixedDelay(this::round, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void round() {
    try {
      List<Retention.Due> removed = retention.sweep();
      for (Retention.Due due : removed) {
        LOG.atInfo()
            .addKeyValue("rule", due.rule().slug())
            .addKeyValue("rows", due.rows())
            .log("Rows whose time is over were removed");
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.atWarn().log("The database was not there; what is due is removed in the next round");
    }
  }

  @Override
  public void stop() {
    running = false;
    rounds.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
