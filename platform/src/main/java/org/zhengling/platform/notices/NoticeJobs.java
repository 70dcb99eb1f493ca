package org.zhengling.platform.notices;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengling.platform.jobs.RecurringJob;
import org.zhengling.platform.jobs.Rhythm;

/** Notices end by themselves. */
@Configuration(proxyBeanMethods = false)
class NoticeJobs {
  /** Each hour, so that a notice is gone soon after its last day. */
  @Bean
  RecurringJob endNotices(Notices notices) {
    return new RecurringJob(
        "notices-end", "撤下到期公示", Rhythm.every(Duration.ofHours(1)), notices::endOver);
  }
}
