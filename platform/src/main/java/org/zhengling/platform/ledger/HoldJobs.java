package org.zhengling.platform.ledger;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengling.platform.jobs.RecurringJob;
import org.zhengling.platform.jobs.Rhythm;

/** Holds give back what they hold when their time is over. */
@Configuration(proxyBeanMethods = false)
class HoldJobs {
  /** Each hour, so that money is free soon after the last day of its hold. */
  @Bean
  RecurringJob expireHolds(Ledger ledger) {
    return new RecurringJob(
        "ledger-holds-expire", "退回到期占用", Rhythm.every(Duration.ofHours(1)), ledger::expire);
  }
}
