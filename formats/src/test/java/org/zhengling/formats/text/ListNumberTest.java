package org.zhengling.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListNumberTest {
  @ParameterizedTest
  @CsvSource({
    "decimal,12,12",
    "decimalZero,7,07",
    "decimalFullWidth,12,１２",
    "decimalEnclosedCircle,3,③",
    "decimalEnclosedParen,3,⑶",
    "chineseCountingThousand,26,二十六",
    "chineseLegalSimplified,12,壹拾贰",
    "chineseLegalSimplified,105,壹佰零伍",
    "ideographDigital,20,二〇",
    "ideographTraditional,2,乙",
    "ideographZodiac,12,亥",
    "upperRoman,14,XIV",
    "lowerLetter,28,bb",
    "decimalEnclosedCircle,21,21",
    "somethingElse,4,4"
  })
  void a_number_is_written_as_word_shows_it(String format, int number, String shown) {
    assertThat(ListNumber.write(format, number)).isEqualTo(shown);
  }
}
