package org.zhengling.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralTest {
  @ParameterizedTest
  @CsvSource({
    "1, 一",
    "10, 十",
    "11, 十一",
    "20, 二十",
    "26, 二十六",
    "100, 一百",
    "103, 一百零三",
    "110, 一百一十",
    "1001, 一千零一",
    "1010, 一千零一十",
    "1260, 一千二百六十",
    "9999, 九千九百九十九"
  })
  void numbers_are_written_as_clauses_are_numbered(int number, String numeral) {
    assertThat(ChineseNumeral.write(number)).isEqualTo(numeral);
  }

  @Test
  void every_number_is_read_back() {
    for (int number = 1; number <= 9999; number++) {
      assertThat(ChineseNumeral.parse(ChineseNumeral.write(number))).hasValue(number);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "一十", "零", "十百", "二二", "一百三", "7", "甲", "一千零零一"})
  void anything_else_is_no_numeral(String text) {
    // 一百三 is spoken for 130 and never numbers a clause.
    assertThat(ChineseNumeral.parse(text)).isEmpty();
  }
}
