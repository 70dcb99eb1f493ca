package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;

/** The code of a receipt opens one case; nothing else does. */
class ReceiptsTest {
  private final Lamps lamps = new Lamps();
  private final CityHall city = lamps.city;
  private final Receipts receipts = city.get(Receipts.class);
  private final CaseFile file = lamps.open("one");
  private final CaseFile other = lamps.open("two");

  @AfterEach
  void close() {
    lamps.close();
  }

  private String issue(CaseFile one) {
    return lamps.clerk().call(() -> receipts.issue(one.id())).code();
  }

  @Test
  void number_and_code_open_the_case_however_they_are_typed() {
    String code = issue(file);
    assertThat(code).matches("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}");
    assertThat(receipts.check(file.number(), code)).contains(file.id());
    assertThat(receipts.check(" " + file.number(), code.toLowerCase(java.util.Locale.ROOT)))
        .contains(file.id());
    assertThat(receipts.check(file.number(), code.replace("-", " "))).contains(file.id());
    assertThat(receipts.check(other.number(), code)).isEmpty();
  }

  @Test
  void the_code_is_kept_nowhere() {
    String plain = ReceiptCode.plain(issue(file));
    assertThat(
            city.seeingEverything()
                .sql(
                    "select count(*) from cases.receipt where encode(code_digest, 'escape') like"
                        + " :code")
                .param("code", "%" + plain + "%")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(lamps.clerk().call(() -> receipts.issue(file.id())).toString()).doesNotContain("-");
  }

  @Test
  void a_receipt_issued_again_voids_the_one_before() {
    String first = issue(file);
    String second = issue(file);
    assertThat(receipts.check(file.number(), first)).isEmpty();
    assertThat(receipts.check(file.number(), second)).contains(file.id());
  }

  @Test
  void a_slip_of_the_pen_is_told_and_not_counted() {
    String plain = ReceiptCode.plain(issue(file));
    char wrong = plain.charAt(3) == 'A' ? 'B' : 'A';
    String slip = plain.substring(0, 3) + wrong + plain.substring(4);
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> receipts.check(file.number(), slip))
          .isInstanceOfSatisfying(
              Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CALLER));
    }
    assertThat(receipts.check(file.number(), plain)).contains(file.id());
  }

  @Test
  void after_five_wrong_codes_the_number_rests_also_one_that_does_not_exist() {
    SecureRandom random = new SecureRandom();
    for (String number : new String[] {file.number(), "任古灯〔2020〕999号"}) {
      for (int i = 0; i < 5; i++) {
        assertThat(receipts.check(number, ReceiptCode.draw(random))).isEmpty();
      }
      assertThatThrownBy(() -> receipts.check(number, ReceiptCode.draw(random)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("09:15");
    }
    String code = issue(file);
    assertThatThrownBy(() -> receipts.check(file.number(), code)).isInstanceOf(Refusal.class);
    city.pass(Duration.ofMinutes(15));
    assertThat(receipts.check(file.number(), code)).contains(file.id());
  }

  @Test
  void every_wrong_letter_and_every_swap_is_noticed() {
    SecureRandom random = new SecureRandom();
    String letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    Set<String> drawn = new HashSet<>();
    for (int round = 0; round < 50; round++) {
      String code = ReceiptCode.draw(random);
      assertThat(ReceiptCode.fits(code)).isTrue();
      assertThat(drawn.add(code)).isTrue();
      for (int at = 0; at < 10; at++) {
        for (char letter : letters.toCharArray()) {
          String wrong = code.substring(0, at) + letter + code.substring(at + 1);
          assertThat(ReceiptCode.fits(wrong)).isEqualTo(wrong.equals(code));
        }
      }
      for (int at = 0; at + 1 < 9; at++) {
        String swapped =
            code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
        assertThat(ReceiptCode.fits(swapped)).isEqualTo(swapped.equals(code));
      }
    }
  }

  @Test
  void only_the_counter_and_who_handles_issue_and_only_in_their_area() {
    assertThatThrownBy(() ->
            lamps.as(city.at(Lamps.GUHUAI, PostKind.TREASURER), () -> receipts.issue(file.id())))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() ->
            lamps.as(city.at(Lamps.NANZHANG, PostKind.CLERK), () -> receipts.issue(file.id())))
        .isInstanceOf(Refusal.class);
  }
}
