package org.zhengling.platform.registry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.identity.Identity;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.registry.BulkTable.Column;
import org.zhengling.platform.registry.NewResident.Naming;
import org.zhengling.platform.registry.NewResident.Origin;

/** One row of a file of people: entered whole or not at all. */
@Component
class BulkRows {
  private static final String SOURCE = "批量登记的表格";

  private final Residents residents;
  private final Households households;
  private final Facts facts;
  private final AreaDirectory areas;
  private final BusinessDay day;

  BulkRows(
      Residents residents,
      Households households,
      Facts facts,
      AreaDirectory areas,
      BusinessDay day) {
    this.residents = residents;
    this.households = households;
    this.facts = facts;
    this.areas = areas;
    this.day = day;
  }

  /** What a row says, read and checked. */
  private record Read(
      NewResident resident, String phone, String household, Relation relation, LocalDate from) {}

  /** Enters the row; a head adds its household to the map. */
  @Transactional
  void enter(BulkTable.Row.Cells row, Map<String, Long> opened, Origin origin) {
    Read read = read(row, origin);
    boolean head = read.relation() == Relation.HEAD;
    if (!read.household().isEmpty() && head == opened.containsKey(read.household())) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          head ? "这一户已经有户主。" : "这一户的户主还没有登记成。",
          head ? "请核对户号。" : "请把户主写在前面，改好后一起再交。");
    }
    long resident = accepted(residents.enter(read.resident()));
    if (!read.phone().isEmpty()) {
      facts.record(
          resident, FactKind.PHONE, read.phone(), new DateRange(day.today(), null), SOURCE);
    }
    if (read.household().isEmpty()) {
      return;
    }
    if (head) {
      String address = row.at(Column.ADDRESS);
      long household =
          households.open(
              new Households.NewHousehold(
                  resident, read.resident().area(), address, read.from(), SOURCE));
      opened.put(read.household(), household);
    } else {
      long household = opened.getOrDefault(read.household(), 0L);
      households.join(household, resident, read.relation(), read.from(), SOURCE);
    }
  }

  private static long accepted(NumberAnswer answer) {
    return switch (answer) {
      case NumberAnswer.Accepted(long resident) -> resident;
      case NumberAnswer.HeldHere(long resident) ->
          throw new Refusal(Refusal.Kind.CONFLICT, "这个号码已经登记过（编号 " + resident + "）。", "没有再登记一次。");
      case NumberAnswer.HeldElsewhere(String county) ->
          throw new Refusal(Refusal.Kind.CONFLICT, "这个号码已经在" + county + "登记。", "请到“转入申请”里向登记地申请。");
    };
  }

  private Read read(BulkTable.Row.Cells row, Origin origin) {
    Map<String, String> problems = new LinkedHashMap<>();
    Proof proof = proof(row, problems);
    String area = area(row.at(Column.AREA), problems);
    Relation relation = relation(row, problems);
    LocalDate from = from(row, problems);
    if (row.at(Column.NAME).isBlank()) {
      problems.put("name", "没有写姓名。");
    }
    if (!problems.isEmpty() || proof == null || area == null) {
      throw new Misfilled(problems);
    }
    NewResident resident =
        new NewResident(row.at(Column.NAME), Naming.NAME, proof, area, SOURCE, origin);
    return new Read(resident, row.at(Column.PHONE), row.at(Column.HOUSEHOLD), relation, from);
  }

  private static @Nullable Proof proof(BulkTable.Row.Cells row, Map<String, String> problems) {
    String number = row.at(Column.NUMBER);
    if (!number.isBlank()) {
      return switch (IdNumber.read(number)) {
        case IdNumber read -> new Proof.Numbered(read);
        case Identity.Invalid invalid -> {
          problems.put("number", "身份证号：" + invalid.reason() + "。");
          yield null;
        }
      };
    }
    Optional<WithoutNumber> why =
        Arrays.stream(WithoutNumber.values())
            .filter(one -> one.chinese().equals(row.at(Column.WITHOUT)))
            .findFirst();
    if (why.isEmpty()) {
      problems.put("number", "没有身份证号，也没有写明原因（身份不明的病人、还没有落户的新生儿、流浪乞讨人员、其他）。");
      return null;
    }
    return new Proof.Without(why.get());
  }

  /** A code, or a name that one area of the scope alone has. */
  private @Nullable String area(String text, Map<String, String> problems) {
    Set<String> nodes = Set.copyOf(Scope.current().map(Scope::areas).orElse(List.of()));
    if (areas.within(text, nodes)) {
      return text;
    }
    List<String> named =
        nodes.stream()
            .flatMap(node -> below(node).stream())
            .filter(area -> area.name().equals(text))
            .map(AreaDirectory.Area::code)
            .distinct()
            .toList();
    if (named.size() != 1) {
      problems.put("area", named.isEmpty() ? "区划不在您的范围内，或写法不对。" : "有几个区划都叫这个名字，请写 12 位代码。");
      return null;
    }
    return named.getFirst();
  }

  private List<AreaDirectory.Area> below(String node) {
    List<AreaDirectory.Area> all = new ArrayList<>();
    areas.area(node).ifPresent(all::add);
    for (int i = 0; i < all.size(); i++) {
      all.addAll(areas.children(all.get(i).code()));
    }
    return all;
  }

  private static Relation relation(BulkTable.Row.Cells row, Map<String, String> problems) {
    String text = row.at(Column.RELATION);
    Optional<Relation> relation =
        Arrays.stream(Relation.values()).filter(one -> one.chinese().equals(text)).findFirst();
    if (!row.at(Column.HOUSEHOLD).isBlank() && relation.isEmpty()) {
      problems.put("relation", "与户主关系没有写，或不是规定的写法（如 户主、配偶、子女、父母）。");
    }
    return relation.orElse(Relation.NOT_RELATED);
  }

  private LocalDate from(BulkTable.Row.Cells row, Map<String, String> problems) {
    String text = row.at(Column.FROM);
    if (row.at(Column.HOUSEHOLD).isBlank()) {
      return day.today();
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      problems.put("from", "入户日期没有写，或不是日期（写成 2020-09-20 的样子）。");
      return day.today();
    }
  }
}
