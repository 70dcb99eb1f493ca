package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.law.Answers;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DateRange;
import org.zhengling.engine.verification.Check;
import org.zhengling.engine.verification.Item;
import org.zhengling.engine.verification.Report;
import org.zhengling.engine.verification.SourceAnswer;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.exchange.Answer;
import org.zhengling.platform.exchange.CaseReference;
import org.zhengling.platform.exchange.Enquiry;
import org.zhengling.platform.exchange.Exchange;
import org.zhengling.platform.exchange.Replies;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;
import org.zhengling.programme.socialassistance.rules.Action;
import org.zhengling.programme.socialassistance.rules.HouseholdMembers.Membership;

/** Asks every source about every member of a household and puts the answers into one report. */
@Component
public class HouseholdCheck {
  /** The legal purpose, as the catalogue of sources lists it. */
  public static final String PURPOSE = "household-verification";

  private final Exchange exchange;
  private final SourceForms sources;
  private final Residents residents;
  private final AllowanceFiles files;
  private final PolicyNumbers numbers;
  private final Steps steps;
  private final BusinessDay day;

  HouseholdCheck(
      Exchange exchange,
      SourceForms sources,
      Residents residents,
      AllowanceFiles files,
      PolicyNumbers numbers,
      Steps steps,
      BusinessDay day) {
    this.exchange = exchange;
    this.sources = sources;
    this.residents = residents;
    this.files = files;
    this.numbers = numbers;
    this.steps = steps;
    this.day = day;
  }

  /**
   * A case to be checked.
   *
   * @param expected version of the case the order was given on
   */
  public record Order(long caseFile, int expected, UUID form) {}

  /** Checks one household; not within a transaction, for others are waited for. */
  @Answers("social-assistance/household-economic-status-verification-platform")
  @Answers("social-assistance/query-mechanism-real-time-check")
  public CaseFile check(Order order) {
    return checkAll(List.of(order)).getFirst();
  }

  /** Checks many households, asking the sources in batches. */
  public List<CaseFile> checkAll(List<Order> orders) {
    if (sources.slugs().isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有核对。数据源目录里还没有家庭经济状况核对用的来源。",
          "申请和授权都保留着。",
          "请先由核对岗登记数据源和共享协议。〔53号 二(三)7〕");
    }
    Map<Order, AllowanceFile> cases = new LinkedHashMap<>();
    List<Enquiry> enquiries = new ArrayList<>();
    for (Order order : orders) {
      AllowanceFile file = files.of(order.caseFile());
      cases.put(order, file);
      enquiries.addAll(enquiries(file));
    }
    Map<Enquiry, Replies> replies =
        exchange.askMany(enquiries).stream()
            .collect(Collectors.toMap(Replies::enquiry, Function.identity(), (one, same) -> one));
    List<CaseFile> done = new ArrayList<>();
    cases.forEach((order, file) -> done.add(keep(order, check(file, replies.values()))));
    return done;
  }

  private CaseFile keep(Order order, Check check) {
    Report report = Report.of(check);
    return steps.take(
        order.caseFile(),
        order.expected(),
        Step.of(
            new Action.Checked(day.today(), Sm3.hex(report.text()), report.validUntil()),
            order.form(),
            check));
  }

  /** About everybody who counts and has a number; of the months that the income is counted in. */
  private List<Enquiry> enquiries(AllowanceFile file) {
    CaseReference reference =
        new CaseReference(file.file().id(), file.file().number(), file.file().area());
    LocalDate applied = file.start().acceptedOn();
    int months = numbers.count("income-window", applied, file.file().area());
    DateRange period =
        new DateRange(
            YearMonth.from(applied).minusMonths(months).atDay(1), day.today().plusDays(1));
    return residents.byIds(persons(file)).stream()
        .flatMap(one -> subject(one).stream())
        .map(subject -> new Enquiry(reference, PURPOSE, subject, sources.slugs(), period))
        .toList();
  }

  private static List<Enquiry.Subject> subject(Resident one) {
    IdNumber number = one.number();
    return number == null ? List.of() : List.of(new Enquiry.Subject(one.id(), number, one.name()));
  }

  private static Set<Long> persons(AllowanceFile file) {
    return file.members().stream()
        .map(Membership::relative)
        .map(one -> one.person())
        .collect(Collectors.toSet());
  }

  private Check check(AllowanceFile file, java.util.Collection<Replies> replies) {
    Set<Long> persons = persons(file);
    List<Replies> ours =
        replies.stream().filter(one -> one.enquiry().inCase().file() == file.file().id()).toList();
    List<SourceAnswer> answers = new ArrayList<>();
    List<org.zhengling.engine.verification.Source> asked = new ArrayList<>();
    for (Source source : sources.inUse()) {
      asked.add(sources.asked(source));
      answers.add(answer(source.slug(), ours, persons));
    }
    LocalDate applied = file.start().acceptedOn();
    List<Item> declared =
        file.declaration().items().stream().filter(one -> persons.contains(one.person())).toList();
    return new Check(
        persons,
        YearMonth.from(applied),
        day.today(),
        asked,
        answers,
        declared,
        numbers.measures(applied, file.file().area()));
  }

  /** Somebody who could not be asked about leaves the source without an answer. */
  private SourceAnswer answer(String slug, List<Replies> replies, Set<Long> persons) {
    Map<Long, Answer> byPerson = new HashMap<>();
    for (Replies one : replies) {
      byPerson.put(one.enquiry().subject().resident(), one.answer(slug));
    }
    if (!byPerson.keySet().containsAll(persons)) {
      return new SourceAnswer.Unavailable(slug, "有成员没有身份证号，没有查询");
    }
    return new SourceReading(sources.row(slug).orElseThrow(), day.today()).merged(byPerson);
  }
}
