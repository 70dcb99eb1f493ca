package org.zhengling.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A text of twice the length is twice the work of the reader. The work is counted, not timed: the
 * classes of the engine run with counters in them.
 */
class LinearWorkTest {
  private static final double MOST = 2.3;
  private static final int SMALL = 40_000;

  private static final CountedEngine ENGINE = new CountedEngine();

  static Stream<Arguments> shapes() {
    return Stream.of(
        repeated("gazettes", sample()),
        repeated(
            "documents",
            "甲政发〔2020〕1号\n甲市关于修渠的意见\n各县人民政府：\n一、修渠。（市水利局牵头，2020年12月底前）\n甲市\n2020年3月5日\n"),
        shape(
            "numbered documents",
            i -> "甲政发〔2020〕" + i + "号\n甲市关于修渠的意见\n各县人民政府：\n一、修渠。\n甲市\n2020年3月5日\n"),
        shape(
            "clauses of one document",
            i -> "（" + "一二三四五".charAt(i % 5) + "）修渠。由市水利局牵头，每年修渠不少于3条。\n"),
        shape("articles", i -> "第" + "一二三四五六七八九".charAt(i % 9) + "条 保护水渠，处500元罚款。\n"),
        shape("annexes", i -> "附件" + i % 99 + "\n水渠清单\n1.东渠。\n"),
        shape("annexes that are named", i -> "附件：" + i + ".水渠清单\n"),
        shape("dates", i -> "2020年3月5日\n"),
        shape("labels", i -> "索引号：A" + i + "\n"),
        shape("chronicle", i -> i == 0 ? "大事记\n" : "3月" + (1 + i % 28) + "日，市长张三到甲县调研水渠。\n"),
        shape("contents", i -> i == 0 ? "目录\n" : "关于修渠的意见…………" + i + "\n"),
        shape("decimal numbers", i -> (1 + i / 9) + "." + (1 + i % 9) + " 修渠要求\n修好。\n"),
        shape("one line of sentences", i -> "到2022年，市水利局修渠3条，覆盖率达到70%；"),
        shape("one line of clauses", i -> "（" + "一二三四五".charAt(i % 5) + "）修渠。"),
        shape("one line of brackets", i -> "（"),
        shape("one line of pairs", i -> "（修）"),
        shape("one line of units", i -> "市水利局、"),
        shape("one line of numerals", i -> "二〇二〇年"),
        shape("one line of digits", i -> "2"),
        shape("one line of tags", i -> "<p>修渠"),
        shape("one line of open tags", i -> "<p "),
        shape("one line of comments", i -> "<!-- "),
        shape("one line of entities", i -> "&nbsp"),
        shape("one line of books", i -> "《水渠条例》第三条、"),
        shape("one line of open books", i -> "《"),
        shape("one line of bold", i -> "**"),
        shape("one line of blanks", i -> "　 "),
        shape("one line of dots", i -> "…"),
        shape("lines that go on", i -> "修渠\n"),
        shape("lines that go on in a bracket", i -> i == 0 ? "一、修渠（\n" : "市水利局、\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void twice_the_text_is_twice_the_work(String name, IntFunction<String> text) {
    long once = steps(text.apply(SMALL));
    long twice = steps(text.apply(2 * SMALL));
    assertThat((double) twice / once).as("%s: %d and %d steps", name, once, twice).isLessThan(MOST);
  }

  @Test
  void work_that_grows_with_the_square_is_seen() {
    Pattern slow = Pattern.compile("(?:a*)*b");
    assertThat(squared(slow, 200) / (double) squared(slow, 100)).isGreaterThan(MOST);
  }

  @Test
  void the_counters_are_in_the_code() {
    assertThat(steps(sample())).isGreaterThan(10L * sample().length());
  }

  private static long squared(Pattern slow, int length) {
    Work.reset();
    for (int i = 0; i < length; i++) {
      Work.block();
      slow.matcher(Work.watched("a".repeat(i) + "b")).find();
    }
    return Work.steps();
  }

  private static long steps(String text) {
    return ENGINE.steps("org.zhengling.engine.gazette.GazetteReader", "read", text);
  }

  private static Arguments repeated(String name, String part) {
    return shape(name, i -> part);
  }

  private static Arguments shape(String name, IntFunction<String> part) {
    IntFunction<String> text =
        length -> {
          StringBuilder words = new StringBuilder(length + 100);
          for (int i = 0; words.length() < length; i++) {
            words.append(part.apply(i));
          }
          return words.toString();
        };
    return Arguments.of(name, text);
  }

  private static String sample() {
    Path root = Path.of(System.getProperty("zl.root", ".."));
    try {
      return Files.readString(root.resolve("app/src/main/resources/demo/sample-gazette.txt"));
    } catch (IOException e) {
      throw new IllegalStateException("Maybe the sample was moved", e);
    }
  }
}
