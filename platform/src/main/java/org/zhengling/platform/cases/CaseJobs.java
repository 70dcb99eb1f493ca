package org.zhengling.platform.cases;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.cases.ClockProjection.Difference;
import org.zhengling.platform.jobs.RecurringJob;
import org.zhengling.platform.jobs.Rhythm;

/** What is done for cases by itself: telling deadlines, checking days, sweeping files. */
@Configuration(proxyBeanMethods = false)
class CaseJobs {
  private static final Logger LOG = LoggerFactory.getLogger(CaseJobs.class);

  /** Each hour, so that a new day is told soon after it began, whenever the server was started. */
  @Bean
  RecurringJob tellDeadlines(DeadlineRounds rounds) {
    return new RecurringJob(
        "case-deadlines", "提醒时限", Rhythm.every(Duration.ofHours(1)), rounds::tick);
  }

  @Bean
  RecurringJob checkDeadlines(ClockProjection projection, Audit audit) {
    return new RecurringJob(
        "case-days-check",
        "核对到期日",
        Rhythm.dailyAt(LocalTime.of(3, 30)),
        () -> check(projection, audit));
  }

  private static void check(ClockProjection projection, Audit audit) {
    List<Difference> differences = projection.differences();
    differences.forEach(one ->
        LOG.error(
            "A written day is not the one that follows: case {} written {} follows {}",
            one.caseFile(),
            one.written(),
            one.follows()));
    audit.recordAlone(Act.of(ActKind.CHECK_DEADLINES, differences.size() + " 处不一致"));
  }

  @Bean
  RecurringJob sweepFiles(Documents documents) {
    return new RecurringJob(
        "case-files-sweep", "清理无主文件", Rhythm.dailyAt(LocalTime.of(4, 0)), documents::sweep);
  }
}
