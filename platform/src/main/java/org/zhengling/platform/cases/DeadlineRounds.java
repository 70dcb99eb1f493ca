package org.zhengling.platform.cases;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.cases.store.CaseFiles;
import org.zhengling.platform.cases.store.Clocks;
import org.zhengling.platform.cases.store.Rungs;
import org.zhengling.platform.cases.store.Rungs.DueRung;

/**
 * The daily round over the clocks of all cases. It tells what has become late; it decides nothing.
 *
 * <ol>
 *   <li>Where the holiday tables changed, the days are derived again first.
 *   <li>Every rung whose day has come is told once, each in a transaction of its own: several
 *       servers may go round at once, and a round that was missed is made up for by the next.
 * </ol>
 */
@Component
public class DeadlineRounds {
  private static final Logger LOG = LoggerFactory.getLogger(DeadlineRounds.class);
  private static final int STEP = 500;

  private final Clocks clocks;
  private final Rungs rungs;
  private final CaseFiles files;
  private final ClockProjection projection;
  private final AreaDirectory areas;
  private final BusinessDay day;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final TransactionTemplate alone;

  DeadlineRounds(
      Clocks clocks,
      Rungs rungs,
      CaseFiles files,
      ClockProjection projection,
      AreaDirectory areas,
      BusinessDay day,
      InstantSource clock,
      ApplicationEventPublisher events,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.clocks = clocks;
    this.rungs = rungs;
    this.files = files;
    this.projection = projection;
    this.areas = areas;
    this.day = day;
    this.clock = clock;
    this.events = events;
    this.audit = audit;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** One round; answers how many rungs were told by it. */
  public int tick() {
    String city = areas.city().code();
    return new Actor.Program("时限提醒", city)
        .call(() ->
            new Scope(List.of(city))
                .call(() -> {
                  projection.followCalendar();
                  return tellAll();
                }));
  }

  private int tellAll() {
    int told = 0;
    DueRung last = DueRung.NONE;
    List<DueRung> due;
    do {
      due = rungs.due(day.today(), last, STEP);
      for (DueRung rung : due) {
        told += tell(rung);
      }
      last = due.isEmpty() ? last : due.getLast();
    } while (due.size() == STEP);
    return told;
  }

  /** One that fails is told the next time; the others are told all the same. */
  private int tell(DueRung rung) {
    try {
      Boolean told = alone.execute(status -> fire(rung));
      return Boolean.TRUE.equals(told) ? 1 : 0;
    } catch (RuntimeException e) {
      LOG.error("A rung was not told: clock {} {}", rung.clock(), rung.rung(), e);
      return 0;
    }
  }

  private boolean fire(DueRung rung) {
    if (!rungs.fire(rung, day.today(), clock.instant())) {
      return false;
    }
    CaseFile file = files.byId(rung.caseFile()).orElseThrow();
    String title =
        clocks.of(List.of(file.id())).stream()
            .filter(row -> row.id() == rung.clock())
            .map(Clocks.ClockRow::title)
            .findFirst()
            .orElseThrow();
    events.publishEvent(new RungReached(file, title, rung.rung(), rung.dueOn()));
    audit.record(
        Act.of(ActKind.TELL_DEADLINE, title + "：" + rung.rung().chinese()).inCase(file.number()));
    return true;
  }
}
