package org.zhengling.app.web;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.zhengling.platform.audit.AuditRoots;

/**
 * Joins the chains of the audit every ten minutes while the server serves, and once more when it
 * stops. Several servers may do so at once: one after the other looks whether anything is new.
 */
@Component
@ConditionalOnWebApplication
class RootClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RootClock.class);
  private static final long MINUTES = 10;

  /** After pages are no longer answered, before the database is closed. */
  private static final int AFTER_THE_PAGES = -1000;

  private final AuditRoots roots;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile boolean running;

  RootClock(AuditRoots roots) {
    this.roots = roots;
  }

  @Override
  public void start() {
    running = true;
    var _ = clock.scheduleWithFixedDelay(this::join, 1, MINUTES, TimeUnit.MINUTES);
  }

  /** A root that failed is made the next time: it covers everything that was recorded. */
  private void join() {
    try {
      roots.join();
    } catch (RuntimeException e) {
      LOG.error("The chains of the audit were not joined", e);
    }
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdown();
    join();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return AFTER_THE_PAGES;
  }
}
