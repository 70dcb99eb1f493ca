package org.zhengling.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {
  @ParameterizedTest
  @CsvSource({"⼀、总体,一、总体", "⻓江⻋⻢,长江车马", "\uF9DC,隆", "\uD87E\uDC00水,丽水", "市\u200B长\u00AD,市长"})
  void what_looks_like_a_chinese_character_becomes_it(String odd, String usual) {
    assertThat(Letters.usual(odd)).isEqualTo(usual);
  }

  @Test
  void everything_else_stays_and_full_width_digits_too() {
    String text = "〔２０２０〕5号（１）①％ﬁ\uD842\uDFB7👍";
    assertThat(Letters.usual(text)).isSameAs(text);
  }
}
