package org.zhengling.programme.socialassistance.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.multipart.MultipartFile;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Item;
import org.zhengling.engine.verification.Topic;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.exchange.Authorisation;
import org.zhengling.platform.registry.Resident;
import org.zhengling.programme.socialassistance.rules.Extra;
import org.zhengling.programme.socialassistance.rules.Relative;
import org.zhengling.programme.socialassistance.rules.Relative.Relation;
import org.zhengling.programme.socialassistance.rules.Relative.Upkeep;
import org.zhengling.programme.socialassistance.rules.Residence;
import org.zhengling.programme.socialassistance.work.Declaration;
import org.zhengling.programme.socialassistance.work.Intake;

/** Reads what was typed at the counter; every wrong field is told at once. */
final class DeclarationForm {
  private static final int WINDOW = 12;
  private static final int STAFF_ROWS = 2;

  private final Map<String, String> typed;
  private final LocalDate today;
  private final Map<String, String> problems = new LinkedHashMap<>();

  DeclarationForm(Map<String, String> typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  Declaration declaration(long household, Residence residence, Map<Long, Resident> named) {
    List<Relative> family = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    Map<Long, Set<Extra>> extras = new HashMap<>();
    for (long person : new TreeSet<>(named.keySet())) {
      Resident who = java.util.Objects.requireNonNull(named.get(person));
      family.add(relative(who));
      addItems(person, items);
      extras.put(person, extras(person));
    }
    if (family.stream().filter(one -> one.relation() == Relation.APPLICANT).count() != 1) {
      problems.put("relation-" + family.getFirst().person(), "要有一名申请人，而且只有一名。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    return new Declaration(household, residence, family, items, staff(family), extras);
  }

  /** Where the household lives; what is no choice of the list is told with the rest. */
  Residence residence() {
    return typed.containsKey("residence")
        ? choice("residence", Residence.values(), Residence.URBAN)
        : Residence.URBAN;
  }

  private String text(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  private Relative relative(Resident who) {
    long person = who.id();
    LocalDate born = who.birthDate();
    if (born == null) {
      problems.put("relation-" + person, who.name() + "没有出生日期，请先在人员登记里补上。");
    }
    return new Relative(
        person,
        choice("relation-" + person, Relation.values(), Relation.UNBOUND),
        born == null ? today : born,
        choice("upkeep-" + person, Upkeep.values(), Upkeep.INDEPENDENT),
        whereabouts(person));
  }

  private Relative.Whereabouts whereabouts(long person) {
    return switch (text("where-" + person)) {
      case "elsewhere" -> new Relative.Elsewhere();
      case "imprisoned" -> new Relative.Gone(Item.Absence.IMPRISONED);
      case "detox" -> new Relative.Gone(Item.Absence.DETOX);
      case "missing" -> new Relative.Gone(Item.Absence.MISSING);
      default -> new Relative.AtHome();
    };
  }

  private <E extends Enum<E>> E choice(String field, E[] all, E otherwise) {
    for (E one : all) {
      if (one.name().equals(text(field))) {
        return one;
      }
    }
    problems.put(field, "请从列表里选一个。");
    return otherwise;
  }

  private void addItems(long person, List<Item> items) {
    income(person, "wages", Topic.WAGES, "wage", items);
    income(person, "business", Topic.BUSINESS, "business", items);
    income(person, "property", Topic.PROPERTY_INCOME, "rent", items);
    income(person, "transfers", Topic.TRANSFERS, "support", items);
    money("deposits-" + person)
        .filter(sum -> sum.fen() > 0)
        .ifPresent(sum -> items.add(new Item.Deposit(person, "申报的存款", sum)));
    for (int i = count("vehicles-" + person); i > 0; i--) {
      items.add(new Item.Vehicle(person, "申报的机动车", Item.VehicleUse.ORDINARY));
    }
    for (int i = count("houses-" + person); i > 0; i--) {
      items.add(new Item.House(person, "申报的住房", Item.HouseUse.DWELLING));
    }
    for (int i = count("companies-" + person); i > 0; i--) {
      items.add(new Item.Company(person, "申报的企业"));
    }
  }

  /** Typed for a month, declared for every month of the window. */
  private void income(long person, String field, Topic topic, String type, List<Item> items) {
    YearMonth applied = YearMonth.from(today);
    money(field + "-" + person)
        .filter(sum -> sum.fen() > 0)
        .ifPresent(sum ->
            items.add(
                new Item.Income(
                    person,
                    topic,
                    type,
                    "申报的" + topic.chinese(),
                    applied.minusMonths(WINDOW),
                    applied.minusMonths(1),
                    sum)));
  }

  private Optional<Money> money(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Money sum = Money.parse(text);
      if (sum.fen() >= 0) {
        return Optional.of(sum);
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      problems.put(field, "“" + text + "”不是金额，请写成 1000 或 1,000.50 这样。");
      return Optional.empty();
    }
    problems.put(field, "金额不能是负数。");
    return Optional.empty();
  }

  private int count(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,2}")) {
      problems.put(field, "请写 0 到 99 的整数。");
      return 0;
    }
    return Integer.parseInt(text);
  }

  private Set<Extra> extras(long person) {
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    for (Extra one : Extra.values()) {
      if (text("extra-" + one.name() + "-" + person).equals("on")) {
        extras.add(one);
      }
    }
    return extras;
  }

  private List<Declaration.StaffRelative> staff(List<Relative> family) {
    List<Declaration.StaffRelative> staff = new ArrayList<>();
    for (int i = 1; i <= STAFF_ROWS; i++) {
      if (!text("staff-name-" + i).isEmpty()) {
        staff.add(
            new Declaration.StaffRelative(
                family.getFirst().person(),
                text("staff-name-" + i),
                text("staff-relation-" + i),
                text("staff-unit-" + i)));
      }
    }
    return staff;
  }

  /** One for every member whose signed paper was brought. */
  List<Intake.Consent> consents(Set<Long> persons, Map<String, MultipartFile> papers) {
    List<Intake.Consent> consents = new ArrayList<>();
    for (long person : new TreeSet<>(persons)) {
      MultipartFile paper = papers.get("consent-" + person);
      if (paper != null && !paper.isEmpty()) {
        consents.add(
            new Intake.Consent(
                person,
                choice(
                    "givenby-" + person,
                    Authorisation.GivenBy.values(),
                    Authorisation.GivenBy.SELF),
                choice(
                    "method-" + person,
                    Authorisation.Method.values(),
                    Authorisation.Method.SIGNED_PAPER),
                AllowancePages.scan(paper)));
      }
    }
    return consents;
  }
}
