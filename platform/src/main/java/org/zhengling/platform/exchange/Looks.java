package org.zhengling.platform.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.exchange.store.LookRows;
import org.zhengling.platform.exchange.store.LookRows.Which;

/**
 * Who asked or opened what about a resident, when, why and for which case. Where an investigation
 * demands it, a resident learns of it later, never not at all.
 */
@Component
public class Looks {
  private static final int MOST = 500;
  private static final int LONGEST = 500;

  private final CurrentPost current;
  private final LookRows rows;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  Looks(CurrentPost current, LookRows rows, BusinessDay day, InstantSource clock, Audit audit) {
    this.current = current;
    this.rows = rows;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * One look.
   *
   * @param purpose the legal purpose, and {@code clause} where it is written
   * @param why said by who opened an answer again; empty where it was asked
   * @param seen what the source tells, Chinese
   * @param outcome absent where no answer came
   */
  public record Look(
      long enquiry,
      long resident,
      Instant at,
      Kind kind,
      String person,
      String postTitle,
      String purpose,
      String clause,
      String why,
      String caseNumber,
      String department,
      String source,
      List<String> seen,
      Answered.@Nullable Outcome outcome,
      int records) {
    public Look {
      seen = List.copyOf(seen);
    }

    /** What was done. */
    public enum Kind {
      ASKED("查询"),
      OPENED("查看");

      private final String chinese;

      Kind(String chinese) {
        this.chinese = chinese;
      }

      public String chinese() {
        return chinese;
      }
    }
  }

  /** What the resident may know today, newest first, within what the running request may see. */
  public List<Look> ofResident(long resident) {
    return rows.ofResident(resident, Which.DISCLOSED, day.today(), MOST);
  }

  /** What the people of a case may know today: for the citizen's page. */
  public List<Look> ofCase(long file) {
    return rows.ofCase(file, Which.DISCLOSED, day.today(), MOST);
  }

  /** Everything, also what residents learn later: for those who answer for the sources. */
  public List<Look> allOfCase(long file) {
    current.require(Permission.KEEP_SOURCES);
    return rows.ofCase(file, Which.ALL, day.today(), MOST);
  }

  /**
   * A ground for telling later.
   *
   * @param clause where the law allows it
   * @param until first day on which the resident may know
   */
  public record Delay(
      long resident, CaseReference inCase, String clause, String ground, LocalDate until) {}

  /** Until that day the resident does not see the looks of this case. */
  @Transactional
  public void delay(Delay delay) {
    SignedIn by = current.require(Permission.KEEP_SOURCES);
    Map<String, String> problems = new LinkedHashMap<>();
    if (delay.clause().isBlank() || delay.clause().length() > 200) {
      problems.put("clause", "请写依据的条款；没有依据不能推迟告知。");
    }
    if (delay.ground().isBlank() || delay.ground().length() > LONGEST) {
      problems.put("ground", "请写调查为什么需要，最多 " + LONGEST + " 个字。");
    }
    if (!delay.until().isAfter(day.today())) {
      problems.put("until", "请写今天以后的日期；到这一天居民就能看到。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    rows.delay(delay, by, clock.instant());
    audit.record(
        Act.of(ActKind.DELAY_DISCLOSURE, "到 " + delay.until())
            .forPurpose(delay.clause())
            .inCase(delay.inCase().number())
            .concerning(delay.resident()));
  }
}
