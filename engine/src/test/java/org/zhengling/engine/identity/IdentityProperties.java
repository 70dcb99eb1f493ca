package org.zhengling.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.zhengling.engine.identity.Identity.Invalid;

class IdentityProperties {
  private static final String CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Property(seed = "11643")
  void aNumberSurvivesPackingAndUnpacking(@ForAll("numbers") IdNumber number) {
    assertThat(IdNumber.read(number.text())).isEqualTo(number);
    assertThat(new IdNumber(number.packed()).text()).isEqualTo(number.text()).hasSize(18);
    assertThat(Identity.check(number.text().toLowerCase(java.util.Locale.ROOT)))
        .isNotInstanceOf(Invalid.class);
    assertThat(number.text())
        .isEqualTo(
            number.areaCode()
                + number.birthDate().format(DateTimeFormatter.BASIC_ISO_DATE)
                + number.text().substring(14));
  }

  @Property(seed = "11644")
  void oneWrongCharacterOfANumberIsAlwaysFound(
      @ForAll("numbers") IdNumber number,
      @ForAll @IntRange(max = 17) int place,
      @ForAll("characters") char wrong) {
    String text = number.text();
    if (text.charAt(place) != wrong) {
      assertThat(IdNumber.read(replaced(text, place, wrong))).isInstanceOf(Invalid.class);
    }
  }

  @Property(seed = "32100")
  void exactlyOneCheckCharacterFitsACodeAndOneWrongCharacterIsAlwaysFound(
      @ForAll("bodies") String body,
      @ForAll @IntRange(max = 17) int place,
      @ForAll("characters") char wrong) {
    var fitting =
        CODE_LETTERS
            .chars()
            .mapToObj(last -> body + (char) last)
            .filter(text -> CreditCode.read(text) instanceof CreditCode)
            .toList();
    assertThat(fitting).hasSize(1);
    String text = fitting.getFirst();
    assertThat(CreditCode.read(text)).isEqualTo(new CreditCode(text));
    if (text.charAt(place) != wrong) {
      assertThat(CreditCode.read(replaced(text, place, wrong))).isInstanceOf(Invalid.class);
    }
  }

  @Property(seed = "18")
  void anyTextAtAllIsAnswered(@ForAll String text) {
    if (Identity.check(text) instanceof Invalid invalid) {
      assertThat(invalid.reason()).isNotBlank();
      assertThat(invalid.fault().code()).startsWith("invalid-");
    }
  }

  private static String replaced(String text, int place, char by) {
    return text.substring(0, place) + by + text.substring(place + 1);
  }

  @Provide
  Arbitrary<IdNumber> numbers() {
    Arbitrary<LocalDate> births =
        Arbitraries.longs()
            .between(LocalDate.of(1800, 1, 1).toEpochDay(), LocalDate.of(2100, 1, 1).toEpochDay())
            .map(LocalDate::ofEpochDay);
    return Combinators.combine(
            Arbitraries.longs().between(0, 999_999), births, Arbitraries.longs().between(0, 999))
        .as((area, birth, sequence) ->
            new IdNumber(
                area * 100_000_000_000L
                    + Long.parseLong(birth.format(DateTimeFormatter.BASIC_ISO_DATE)) * 1000
                    + sequence));
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.strings().withChars(CODE_LETTERS.toCharArray()).ofLength(17);
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.chars().with((CODE_LETTERS + "IOSVZ ０").toCharArray());
  }
}
