package org.zhengling.platform.credit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.Confidence;
import org.zhengling.engine.time.Budget;
import org.zhengling.platform.credit.RecordState.Checking;

/**
 * The numbers of the province's regulation on credit, each with its first day and how sure it is.
 */
@Component
class CreditLaw {
  private static final int COLUMNS = 7;

  private final List<Line> lines;

  CreditLaw() {
    this.lines = shipped();
  }

  /** A dated number with where it stands. */
  record Line(
      String name,
      int value,
      String unit,
      LocalDate from,
      String law,
      String clause,
      Confidence confidence) {}

  /** The day on which a record of a decision that became final that day ends. */
  LocalDate expiry(LocalDate finalOn) {
    return finalOn.plusYears(inForce("expiry", finalOn).value());
  }

  Budget answering(Checking checking, LocalDate objected) {
    String name =
        switch (checking) {
          case ALONE -> "objection-alone";
          case OTHERS_CHECK -> "objection-others-check";
        };
    return new Budget.WorkingDays(inForce(name, objected).value());
  }

  /** The first day on which a record may be repaired. */
  LocalDate repairable(LocalDate told) {
    return told.plus(Period.ofMonths(inForce("repair-not-before", told).value()));
  }

  private Line inForce(String name, LocalDate day) {
    return lines.stream()
        .filter(line -> line.name().equals(name) && !day.isBefore(line.from()))
        .reduce((first, second) -> second)
        .orElseThrow(() ->
            new Refusal(
                Refusal.Kind.CONFLICT,
                "没有登记。" + day + " 还没有生效的信用条例，不能认定期限。",
                "山东省社会信用条例自 2020-10-01 起施行，此前生效的决定不登记失信。"));
  }

  private static List<Line> shipped() {
    try (InputStream in = Objects.requireNonNull(CreditLaw.class.getResourceAsStream("law.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(CreditLaw::line)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the archive is damaged: law.tsv", e);
    }
  }

  private static Line line(String text) {
    String[] cells = text.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("Maybe a tab is missing in law.tsv: " + text);
    }
    return new Line(
        cells[0],
        Integer.parseInt(cells[1]),
        cells[2],
        LocalDate.parse(cells[3]),
        cells[4],
        cells[5],
        Confidence.valueOf(cells[6]));
  }
}
