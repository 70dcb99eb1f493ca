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
import org.zhengling.platform.access.Citizen;
import org.zhengling.platform.access.CitizenAnswer;
import org.zhengling.platform.access.CitizenSessions;
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

  /** The case that is opened; 0 where none is, refused while the number rests. */
  private long opened(String number, String code) {
    return switch (receipts.signIn(number, code, "127.0.0.1")) {
      case CitizenAnswer.Welcome welcome -> welcome.citizen().caseFile();
      case CitizenAnswer.Wrong _ -> 0;
      case CitizenAnswer.Paused _ -> -1;
    };
  }

  private String issue(CaseFile one) {
    return lamps.clerk().call(() -> receipts.issue(one.id())).code();
  }

  @Test
  void number_and_code_open_the_case_however_they_are_typed() {
    String code = issue(file);
    assertThat(code).matches("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}");
    assertThat(opened(file.number(), code)).isEqualTo(file.id());
    assertThat(opened(" " + file.number(), code.toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(file.id());
    assertThat(opened(file.number(), code.replace("-", " "))).isEqualTo(file.id());
    assertThat(opened(other.number(), code)).isZero();
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
    assertThat(opened(file.number(), first)).isZero();
    assertThat(opened(file.number(), second)).isEqualTo(file.id());
  }

  @Test
  void a_slip_of_the_pen_is_told_and_not_counted() {
    String plain = ReceiptCode.plain(issue(file));
    char wrong = plain.charAt(3) == 'A' ? 'B' : 'A';
    String slip = plain.substring(0, 3) + wrong + plain.substring(4);
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> opened(file.number(), slip))
          .isInstanceOfSatisfying(
              Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CALLER));
    }
    assertThat(opened(file.number(), plain)).isEqualTo(file.id());
  }

  @Test
  void a_number_that_was_tried_too_often_rests_also_with_the_right_code() {
    SecureRandom random = new SecureRandom();
    String code = issue(file);
    for (int i = 0; i < 5; i++) {
      assertThat(opened(file.number(), ReceiptCode.draw(random))).isLessThanOrEqualTo(0);
    }
    assertThat(opened(file.number(), code)).isEqualTo(-1);
    city.pass(Duration.ofMinutes(16));
    assertThat(opened(file.number(), code)).isEqualTo(file.id());
  }

  @Test
  void who_was_let_in_sees_the_one_case_until_the_receipt_is_replaced() {
    CitizenSessions sessions = city.get(CitizenSessions.class);
    CitizenAnswer answer = receipts.signIn(file.number(), issue(file), "127.0.0.1");
    String token = ((CitizenAnswer.Welcome) answer).token();
    Citizen citizen = sessions.resume(token).orElseThrow();
    Cases cases = city.get(Cases.class);
    assertThat(citizen.call(() -> cases.file(file.id())).number()).isEqualTo(file.number());
    assertThatThrownBy(() -> citizen.call(() -> cases.file(other.id())))
        .isInstanceOf(Refusal.class);
    issue(file);
    assertThat(sessions.resume(token)).isEmpty();
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
        for (int i = 0; i < letters.length(); i++) {
          char letter = letters.charAt(i);
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
