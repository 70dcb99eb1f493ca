package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Check;
import org.zhengling.formats.policy.PolicyParameter;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.clauses.PolicyCatalogue;
import org.zhengling.programme.socialassistance.rules.Edition;
import org.zhengling.programme.socialassistance.rules.Extra;
import org.zhengling.programme.socialassistance.rules.Numbers;
import org.zhengling.programme.socialassistance.rules.Residence;

/** The numbers and choices of {@code parameters.yaml} that hold in an area on a day. */
@Component
public class PolicyNumbers {
  private static final String ORDER = "济政字〔2020〕53号";
  private static final List<String> INCOMES =
      List.of(
          "preferential",
          "student-aid",
          "conscript",
          "bravery",
          "temporary-assistance",
          "basic-pension");

  private final PolicyCatalogue policy;
  private final AreaDirectory areas;

  PolicyNumbers(PolicyCatalogue policy, AreaDirectory areas) {
    this.policy = policy;
    this.areas = areas;
  }

  /** The edition that judges an application of that day. */
  public Edition edition(LocalDate applied) {
    return Edition.of(choice("allowance-edition", applied, areas.city().code()));
  }

  /** A number that must be there; where none holds that day it is a gap of the file. */
  public int count(String name, LocalDate day, String area) {
    return Math.toIntExact(
        countIfAny(name, day, area)
            .orElseThrow(
                () -> new IllegalStateException("Maybe " + name + " has no line for " + day)));
  }

  /** A number that an edition may leave out. */
  public Optional<Long> countIfAny(String name, LocalDate day, String area) {
    return line(name, day, area)
        .map(line ->
            switch (line.value()) {
              case PolicyParameter.Count one -> one.value();
              case PolicyParameter.Choice one ->
                  throw new IllegalStateException("Maybe " + name + " is a choice: " + one.code());
            });
  }

  /** The code of a choice. */
  public String choice(String name, LocalDate day, String area) {
    return line(name, day, area)
        .map(line ->
            switch (line.value()) {
              case PolicyParameter.Choice one -> one.code();
              case PolicyParameter.Count one ->
                  throw new IllegalStateException("Maybe " + name + " is a number: " + one.value());
            })
        .orElseThrow(() -> new IllegalStateException("Maybe " + name + " has no line for " + day));
  }

  private Optional<PolicyParameter.Line> line(String name, LocalDate day, String area) {
    List<String> narrowestFirst =
        areas.path(area).reversed().stream().map(AreaDirectory.Area::code).toList();
    return policy.parameter(ORDER, name).inForce(day, narrowestFirst);
  }

  /** 示例 where the value was made up, else nothing: for the name of a number on a page. */
  private String mark(String name, LocalDate day, String area) {
    return line(name, day, area)
        .filter(line -> line.standing() == PolicyParameter.Standing.SAMPLE)
        .map(line -> "（示例）")
        .orElse("");
  }

  /** What a household of an area is judged by. */
  public Numbers of(Edition edition, Residence residence, LocalDate applied, String area) {
    Map<Extra, Integer> extras = new EnumMap<>(Extra.class);
    for (Extra one : Extra.values()) {
      extras.put(one, count("extra-" + one.code(), applied, area));
    }
    return new Numbers(
        edition,
        countIfAny(residence.parameter(), applied, area).map(Money::new).orElse(null),
        "当地" + residence.chinese() + "低保标准" + mark(residence.parameter(), applied, area),
        new Numbers.Limits(
            count("deposit-limit", applied, area),
            count("vehicle-limit", applied, area),
            count("dwelling-limit", applied, area),
            count("business-house-limit", applied, area),
            count("company-limit", applied, area),
            "当地财产规定" + mark("deposit-limit", applied, area)),
        extras);
  }

  /** What a check of its economic status is made by. */
  public Check.Measures measures(LocalDate applied, String area) {
    Set<String> notCounted = new HashSet<>();
    for (String one : INCOMES) {
      if (choice("income-" + one, applied, area).equals("not-counted")) {
        notCounted.add(one);
      }
    }
    return new Check.Measures(
        count("income-window", applied, area),
        count("difference-tolerance", applied, area),
        count("report-validity", applied, area),
        notCounted);
  }

  /** Whether the township decides in this area on this day, by a paper of the county. */
  public DecidingLevel decidedAt(LocalDate day, String area) {
    return switch (choice("decided-at", day, area)) {
      case "township" -> DecidingLevel.TOWNSHIP;
      case "county" -> DecidingLevel.COUNTY;
      case String other -> throw new IllegalStateException("Maybe a new level: " + other);
    };
  }

  /** Who decides. */
  public enum DecidingLevel {
    TOWNSHIP,
    COUNTY
  }
}
