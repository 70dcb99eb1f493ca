package org.zhengling.app.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengling.app.retention.RetentionRule.Bound;
import org.zhengling.app.retention.store.ExpiredRows;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/** The rules of keeping, what is due by them, and removing it. */
@Component
public class Retention {
  private static final String RULES = "rules.tsv";
  private static final int COLUMNS = 6;

  private final ExpiredRows rows;
  private final Audit audit;
  private final InstantSource clock;
  private final List<RetentionRule> rules;

  Retention(ExpiredRows rows, Audit audit, InstantSource clock) {
    this.audit = audit;
    this.rows = rows;
    this.clock = clock;
    this.rules = shipped();
  }

  /**
   * A rule and the rows it concerns now.
   *
   * @param rows due, or removed; 0 where the rule only says how long to keep at least
   */
  public record Due(RetentionRule rule, long rows) {}

  /** Every rule with what it would remove now; nothing is changed. */
  public List<Due> list() {
    return rules.stream()
        .map(rule ->
            new Due(
                rule,
                rule.bound() == Bound.LEAST
                    ? 0
                    : rows.count(rule.slug(), rule.before(clock.instant()))))
        .toList();
  }

  /** Removes what is due, records it with the removal, and says what was removed. */
  public List<Due> sweep() {
    return rows.alone(() -> {
      List<Due> removed =
          rules.stream()
              .filter(rule -> rule.bound() == Bound.MOST)
              .map(rule -> new Due(rule, rows.remove(rule.slug(), rule.before(clock.instant()))))
              .filter(due -> due.rows() > 0)
              .toList();
      if (!removed.isEmpty()) {
        String said =
            removed.stream()
                .map(due -> due.rule().subject() + " " + due.rows() + " 条")
                .collect(Collectors.joining("，"));
        audit.record(Act.of(ActKind.SWEEP_RECORDS, said).forPurpose("到期"));
      }
      return removed;
    });
  }

  /** A rule that removes needs its rows, and rows that can go need a rule. */
  private static List<RetentionRule> shipped() {
    List<RetentionRule> rules = new ArrayList<>();
    Set<String> removing = new HashSet<>();
    for (String line : text().lines().skip(1).toList()) {
      String[] cells = line.split("\t", COLUMNS);
      Bound bound = Bound.valueOf(cells[3].toUpperCase(Locale.ROOT));
      rules.add(
          new RetentionRule(cells[0], cells[1], Period.parse(cells[2]), bound, cells[4], cells[5]));
      if (bound == Bound.MOST) {
        removing.add(cells[0]);
      }
    }
    if (!removing.equals(ExpiredRows.slugs())) {
      throw new IllegalStateException("Maybe a rule has no rows, or rows no rule: " + removing);
    }
    return List.copyOf(rules);
  }

  private static String text() {
    try (InputStream in = Retention.class.getResourceAsStream(RULES)) {
      if (in == null) {
        throw new IllegalStateException("Maybe the rules were not packed: " + RULES);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the archive is damaged: " + RULES, e);
    }
  }
}
