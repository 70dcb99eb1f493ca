package org.zhengling.formats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.Refusal;

class PlainTextTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @Test
  void utf_8_is_read_with_and_without_its_mark() {
    assertThat(read("甲政字〔2020〕1号".getBytes(StandardCharsets.UTF_8))).isEqualTo("甲政字〔2020〕1号");
    assertThat(read("\uFEFF甲市".getBytes(StandardCharsets.UTF_8))).isEqualTo("甲市");
  }

  @Test
  void bytes_that_are_not_utf_8_are_read_as_gb18030() {
    assertThat(read("甲政字〔2020〕1号：㐂水渠".getBytes(GB18030))).isEqualTo("甲政字〔2020〕1号：㐂水渠");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf_16_is_read_where_a_mark_says_so(String encoding) {
    assertThat(read("\uFEFF甲政字〔2020〕1号\n修渠。".getBytes(Charset.forName(encoding))))
        .isEqualTo("甲政字〔2020〕1号\n修渠。");
  }

  @Property
  void chinese_text_survives_either_encoding(
      @ForAll @CharRange(from = '\u4E00', to = '\u9FA5') @StringLength(min = 1, max = 200)
          String text) {
    assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    // Long enough and in whole sentences: a handful of GB18030 bytes can happen to be UTF-8.
    String sentence = text + "。各县（市、区）人民政府：";
    assertThat(read(sentence.getBytes(GB18030))).isEqualTo(sentence);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(new byte[0], "空"),
        Arguments.of("\uFEFF".getBytes(StandardCharsets.UTF_8), "空"),
        Arguments.of(" \r\n　".getBytes(StandardCharsets.UTF_8), "空"),
        Arguments.of(new byte[] {'a', 0, 'b'}, "二进制"),
        Arguments.of("水\u0001渠\u0002修\u0003".getBytes(StandardCharsets.UTF_8), "二进制"),
        Arguments.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8}, "编码"),
        Arguments.of(new byte[] {(byte) 0xFF, (byte) 0xFF, 'a'}, "编码"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_is_no_text_is_refused_in_a_sentence_and_with_a_way_out(byte[] bytes, String word) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CALLER);
              assertThat(refusal.happened()).contains(word);
              assertThat(refusal.todo()).isNotBlank();
            });
  }

  private static String read(byte[] bytes) {
    return SourceFile.read("公报.txt", bytes).text();
  }
}
