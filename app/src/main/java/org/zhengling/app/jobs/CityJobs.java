package org.zhengling.app.jobs;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengling.app.retention.Retention;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.audit.AuditRoots;
import org.zhengling.platform.jobs.RecurringJob;
import org.zhengling.platform.jobs.Rhythm;
import org.zhengling.platform.keys.KeyRotation;

/** Roots of the audit, keeping and removing, old keys. */
@Configuration(proxyBeanMethods = false)
class CityJobs {
  private static final Duration ROOTS = Duration.ofMinutes(10);
  private static final Duration SWEEPS = Duration.ofHours(6);

  /** When few people are at work. */
  private static final LocalTime NIGHT = LocalTime.of(3, 30);

  @Bean
  RecurringJob joinTheChains(AuditRoots roots) {
    return new RecurringJob("audit-roots", "汇总审计链", Rhythm.every(ROOTS), roots::join);
  }

  @Bean
  RecurringJob removeWhatIsDue(Retention retention) {
    return new RecurringJob("retention", "清除到期记录", Rhythm.every(SWEEPS), retention::sweep);
  }

  @Bean
  RecurringJob sealAnew(KeyRotation rotation, Audit audit) {
    return new RecurringJob(
        "key-settling", "重新封存", Rhythm.dailyAt(NIGHT), () -> settle(rotation, audit));
  }

  /** A rotation that was cut off, or a value sealed by a server that did not know of it yet. */
  private static void settle(KeyRotation rotation, Audit audit) {
    KeyRotation.Rotated done = rotation.settle();
    if (!done.nothing()) {
      audit.recordAlone(Act.of(ActKind.ROTATE_KEYS, done.chinese()));
    }
  }
}
