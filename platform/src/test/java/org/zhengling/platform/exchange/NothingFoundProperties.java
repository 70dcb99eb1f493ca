package org.zhengling.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.exchange.adapter.Delivery;

/** Nothing is found only where the source spoke of this very resident, in time, and gave no row. */
class NothingFoundProperties {
  private static final LocalDate TODAY = SharingDesk.TODAY;
  private static final Enquiry.Subject ONE = SharingDesk.resident(0);

  private static Source source() {
    return new Source(
        "any",
        new Source.Listing("来源", "部门", "3070010001", "", "", TODAY),
        new Source.Terms(
            Source.Sharing.CONDITIONAL, "", Source.Consent.BY_LAW, Source.Timing.REAL_TIME),
        SharingDesk.limits(0),
        SharingDesk.wageItems(),
        "month",
        new Way.Letter(),
        null,
        true);
  }

  @Property
  void never_unless_the_source_said_so(
      @ForAll @IntRange(max = 3) int about,
      @ForAll @IntRange(max = 5) int rows,
      @ForAll @IntRange(min = -60, max = 5) int age,
      @ForAll boolean living,
      @ForAll String month,
      @ForAll String amount) {
    Map<IdNumber, Delivery.Given> given = new HashMap<>();
    Map<String, String> cells = new HashMap<>();
    cells.put("ny", month);
    cells.put("je", amount);
    Delivery.Row row = new Delivery.Row(cells);
    List<Delivery.Row> delivered = java.util.Collections.nCopies(rows, row);
    IdNumber other = SharingDesk.resident(3).number();
    switch (about) {
      case 0 -> given.put(other, new Delivery.Rows(delivered));
      case 1 -> given.put(ONE.number(), new Delivery.Doubtful("分不清"));
      default -> given.put(ONE.number(), new Delivery.Rows(delivered));
    }
    LocalDate asOf = living ? null : TODAY.plusDays(age);
    Answer answer =
        Reading.of(
            source(), SharingDesk.enquiry(ONE, "any"), new Delivery(given, asOf, null), TODAY);
    boolean spoke = about > 1;
    boolean current = living || (age <= 0 && age >= -30);
    boolean outside =
        ItemType.MONTH.read("月", month) instanceof Value.Day(LocalDate day)
            && !SharingDesk.YEAR.contains(day);
    boolean nothing = rows == 0 || outside;
    assertThat(answer instanceof Answer.NotThere).isEqualTo(spoke && current && nothing);
    answer
        .given()
        .forEach(
            record -> assertThat(record.value("wage")).isEqualTo(ItemType.YUAN.read("工资", amount)));
  }

  @Property
  void what_is_not_a_number_is_never_zero(@ForAll String text) {
    for (ItemType type : List.of(ItemType.YUAN, ItemType.FEN, ItemType.WHOLE)) {
      Value value = type.read("金额", text);
      boolean zero =
          value.equals(new Value.Amount(new org.zhengling.engine.quantity.Money(0)))
              || value.equals(new Value.Whole(0));
      assertThat(zero && !text.strip().matches("-?0+(\\.0+)?")).isFalse();
    }
  }
}
