package org.zhengling.app.web;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.zhengling.engine.WithoutWords;
import org.zhengling.platform.audit.AuditRoots;

/**
 * Copies the roots of the audit to this machine every ten minutes while the server serves,
 * whichever server made them, and makes a last one when it stops. Making them in between is a job
 * that the servers share.
 */
@Component
@ConditionalOnWebApplication
class RootClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RootClock.class);
  private static final long MINUTES = 10;

  /** After pages are no longer answered and jobs ended, before the database is closed. */
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
    var _ =
        clock.scheduleWithFixedDelay(
            () -> tried(roots::anchor), MINUTES, MINUTES, TimeUnit.MINUTES);
  }

  /** What failed is done the next time: a root covers everything that was recorded. */
  private static void tried(Runnable act) {
    try {
      act.run();
    } catch (RuntimeException e) {
      LOG.atError().setCause(new WithoutWords(e)).log("The chains of the audit were not joined");
    }
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdown();
    tried(roots::join);
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
