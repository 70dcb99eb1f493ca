package org.zhengling.programme.socialassistance.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.law.Finding;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.LegalClock.Cell;
import org.zhengling.engine.verification.Item;
import org.zhengling.engine.verification.Report;
import org.zhengling.engine.verification.SourceAnswer;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.cases.CaseClock;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.registry.Look;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;
import org.zhengling.programme.socialassistance.rules.Allowance;
import org.zhengling.programme.socialassistance.rules.HouseholdMembers.Membership;
import org.zhengling.programme.socialassistance.rules.Judgement;
import org.zhengling.programme.socialassistance.work.AllowanceFile;
import org.zhengling.programme.socialassistance.work.Eligible;

/** Puts a case into the words of its page. */
@Component
class AllowanceShow {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final Residents residents;
  private final CaseClocks clocks;
  private final Eligible eligible;
  private final AreaDirectory areas;

  AllowanceShow(Residents residents, CaseClocks clocks, Eligible eligible, AreaDirectory areas) {
    this.residents = residents;
    this.clocks = clocks;
    this.eligible = eligible;
    this.areas = areas;
  }

  /** The clock across the top. */
  record Clock(
      String title, List<Cell> cells, int left, int used, int budget, String dates, String note) {}

  /** A member of the family, declared against found, in yuan a month. */
  record Member(
      String name,
      String relation,
      int age,
      String number,
      String standing,
      String declared,
      String found,
      boolean differs) {}

  /** One source and what it said. */
  record Source(String name, String sign, String word, String what, String date) {}

  /** One finding. */
  record Line(String sign, String word, String statement, String note, String label, String href) {}

  /** The household and what is known of it. */
  record View(
      String place,
      @Nullable Clock clock,
      List<Member> members,
      String declared,
      String found,
      List<Source> sources,
      Map<String, Long> tally,
      List<String> differences,
      String reportDates,
      List<Line> findings,
      @Nullable Allowance sum,
      @Nullable String blocked,
      List<History> history) {}

  /** What was done. */
  record History(String time, String act, String what, String who) {}

  /** Everything of the page; reading it is recorded with every person it names. */
  View view(AllowanceFile file) {
    List<Long> persons = file.family().stream().map(one -> one.relative().person()).toList();
    Map<Long, Resident> named =
        residents.look(persons, new Look("低保案卷", "办理最低生活保障", file.file().number())).stream()
            .collect(Collectors.toMap(Resident::id, Function.identity()));
    Optional<Judgement> judgement = eligible.judge(file);
    Report report = file.report();
    List<Member> members =
        file.family().stream().map(one -> member(one, named, file, report)).toList();
    return new View(
        areas.path(file.file().area()).stream()
            .skip(1)
            .map(AreaDirectory.Area::name)
            .collect(Collectors.joining(" ")),
        clocks.of(file.file().id()).stream()
            .filter(CaseClock::runs)
            .findFirst()
            .map(AllowanceShow::clock)
            .orElse(null),
        members,
        declaredMonthly(file, null).toString(),
        report == null ? "—" : report.monthly(report.windowIncome()).toString(),
        report == null ? List.of() : report.lines().stream().map(AllowanceShow::source).toList(),
        report == null ? Map.of() : tally(report),
        report == null ? List.of() : differences(report, named),
        report == null ? "" : report.askedOn() + " 查询，有效到 " + report.validUntil(),
        judgement.map(AllowanceShow::lines).orElse(List.of()),
        judgement.map(Judgement::allowance).orElse(null),
        judgement.map(AllowanceShow::blocked).orElse("还没有核对家庭经济状况，不能作出决定。"),
        history(file));
  }

  static Clock clock(CaseClock clock) {
    DueDay due = clock.reading().due();
    String until = due instanceof DueDay.Settled(LocalDate day) ? day + " 到期" : "到期日待定";
    String halted =
        clock.clock().suspensions().stream()
            .map(one ->
                "中止（"
                    + one.ground()
                    + "）"
                    + one.days().from()
                    + (one.days().to() == null ? " 起" : " 至 " + one.days().to()))
            .collect(Collectors.joining("；"));
    return new Clock(
        clock.title(),
        clock.reading().cells(),
        clock.reading().left(),
        clock.reading().used(),
        clock.clock().budget().daysFrom(clock.clock().start()),
        clock.clock().start() + " 受理　" + until,
        halted);
  }

  private static Member member(
      Membership one, Map<Long, Resident> named, AllowanceFile file, @Nullable Report report) {
    long person = one.relative().person();
    Resident resident = named.get(person);
    Money declared = declaredMonthly(file, person);
    Optional<Money> found =
        report == null
            ? Optional.empty()
            : report.members().stream()
                .filter(member -> member.person() == person)
                .findFirst()
                .map(member -> report.monthly(member.windowIncome()));
    return new Member(
        resident == null ? "（不在您的区划内）" : resident.name(),
        one.relative().relation().chinese(),
        one.relative().born().until(file.start().acceptedOn()).getYears(),
        resident == null ? "" : resident.maskedNumber(),
        one.counts() ? "计入" : "不计入：" + one.why(),
        one.counts() ? declared.toString() : "—",
        found.map(Money::toString).orElse("—"),
        found.filter(money -> money.compareTo(declared) > 0).isPresent());
  }

  /** Of one person, or of all. */
  private static Money declaredMonthly(AllowanceFile file, @Nullable Long person) {
    Money sum = Money.ZERO;
    for (Item item : file.declaration().items()) {
      if (item instanceof Item.Income income && (person == null || item.person() == person)) {
        sum = sum.plus(income.monthly());
      }
    }
    return sum;
  }

  private static Source source(Report.Line line) {
    String name = line.source().name();
    return switch (line.answer()) {
      case SourceAnswer.Found found ->
          new Source(name, "recorded", "有记录", summary(found.items()), found.dataOf().toString());
      case SourceAnswer.NotThere none ->
          new Source(name, "no-record", "无记录", "—", none.dataOf().toString());
      case SourceAnswer.Unavailable no -> new Source(name, "unanswered", "未答复", no.reason(), "—");
      case SourceAnswer.Stale stale ->
          new Source(
              name, "expired", "已过期", stale.dataOf() + " 的数据，不作依据", stale.dataOf().toString());
    };
  }

  /** Many months of one income are one line. */
  private static String summary(List<Item> items) {
    Map<String, Long> counted =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    AllowanceShow::words, java.util.LinkedHashMap::new, Collectors.counting()));
    return counted.entrySet().stream()
        .map(one -> one.getKey() + (one.getValue() > 1 ? "（" + one.getValue() + " 条）" : ""))
        .collect(Collectors.joining("；"));
  }

  private static String words(Item item) {
    return switch (item) {
      case Item.Income one -> one.what() + " " + one.monthly() + " 元/月";
      case Item.Deposit one -> one.what() + " " + one.amount() + " 元";
      case Item.Away one -> one.what() + "（" + one.since() + "）";
      case Item.Vehicle _, Item.House _, Item.Company _, Item.Remark _ -> item.what();
    };
  }

  private static Map<String, Long> tally(Report report) {
    return report.lines().stream()
        .map(AllowanceShow::source)
        .collect(
            Collectors.groupingBy(
                Source::word, java.util.LinkedHashMap::new, Collectors.counting()));
  }

  private static List<String> differences(Report report, Map<Long, Resident> named) {
    return report.differences().stream()
        .map(one -> {
          Resident resident = named.get(one.person());
          return (resident == null ? "成员" : resident.name())
              + " "
              + one.topic().chinese()
              + "：申报 "
              + one.declared()
              + "，核对 "
              + one.found();
        })
        .toList();
  }

  private static List<Line> lines(Judgement judgement) {
    List<Line> lines = new ArrayList<>();
    for (Finding one : judgement.decision().findings()) {
      lines.add(
          switch (one) {
            case Finding.Met met -> line("met", "符合", met.statement(), "", met.clause());
            case Finding.Unmet unmet -> line("unmet", "不符合", unmet.statement(), "", unmet.clause());
            case Finding.Unknown unknown ->
                line(
                    "unknown",
                    "不能确定",
                    unknown.statement(),
                    unknown.reason() + (unknown.couldFlip() ? "。答复可能改变结论。" : "。不论结果如何，结论不变。"),
                    unknown.clause());
          });
    }
    return lines;
  }

  private static Line line(
      String sign, String word, String statement, String note, ClauseId clause) {
    String path = clause.path().text();
    boolean published = clause.document().startsWith("济政");
    return new Line(
        sign,
        word,
        statement,
        note,
        ClauseLabel.of(clause.document(), path),
        published ? "/documents/" + clause.document() + "/clauses/" + path : "");
  }

  private static @Nullable String blocked(Judgement judgement) {
    return switch (judgement.decision().outcome()) {
      case OPEN ->
          judgement.decision().findings().stream()
                  .filter(one -> one instanceof Finding.Unknown unknown && unknown.couldFlip())
                  .map(Finding::statement)
                  .collect(Collectors.joining("、"))
              + "还没查清，可能改变结论。";
      case GRANTED, REFUSED -> null;
    };
  }

  private static List<History> history(AllowanceFile file) {
    return file.history().reversed().stream()
        .map(one ->
            new History(
                MINUTE.format(one.at().atZone(ZONE)),
                one.what(),
                "",
                one.postTitle() + " " + one.personName()))
        .toList();
  }
}
