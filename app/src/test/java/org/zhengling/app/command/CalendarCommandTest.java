package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarCommandTest {
  @ParameterizedTest
  @CsvSource({
    "2020-09-25, 15, 2020-10-22",
    "2020-08-27, 15, 2020-09-17",
    "2021-02-05, 15, 2021-03-03",
    "2020-09-30, 3, 2020-10-12",
    "2020-01-20, 5, 2020-02-04",
    "2026-02-10, 7, 2026-02-26",
    "2024-04-30, 30, 2024-06-14"
  })
  void countsWorkingDaysByTheNoticesOfTheYear(String from, String days, String due) {
    assertThat(Terminal.type("calendar", "due", from, days))
        .isEqualTo(new Terminal(0, due + System.lineSeparator(), ""));
  }

  @Test
  void aYearWithoutItsNoticeIsProvisional() {
    Terminal terminal = Terminal.type("calendar", "due", "2026-12-25", "30");
    assertThat(terminal.code()).isEqualTo(1);
    assertThat(terminal.lines()).containsExactly("provisional 2027");
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .startsWith("只能暂定：2027 年的放假安排还没有载入");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-02-30, 5, 没有算。“2020-02-30”不是日期。",
    "25.9.2020, 5, 没有算。“25.9.2020”不是日期。",
    "2020-09-25, many, 没有算。“many”不是工作日数。",
    "2020-09-25, -1, 没有算。“-1”不是工作日数。",
    "2020-09-25, 1.5, 没有算。“1.5”不是工作日数。",
    "2020-09-25, 99999999999, 没有算。“99999999999”不是工作日数。"
  })
  void whatIsNoDateOrNoNumberIsRefused(String from, String days, String sentence) {
    Terminal terminal = Terminal.type("calendar", "due", from, days);
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines()).singleElement().asString().startsWith(sentence);
  }

  @Test
  void linesThatArePipedInAreAnsweredOneByOne() {
    assertThat(
            Terminal.pipe(
                "2020-09-25 15\n2020-01-20\t5\r\n  2026-02-10   7  \n", "calendar", "due", "-"))
        .isEqualTo(
            new Terminal(
                0,
                String.join(System.lineSeparator(), "2020-10-22", "2020-02-04", "2026-02-26", ""),
                ""));
  }

  @Test
  void aBadLineIsAnsweredInItsPlaceAndTheOthersAreCounted() {
    String column =
        """
        2020-09-25 15
        yesterday 3

        2020-08-27
        2020-08-27 15 days
        2026-12-25 30
        2020-09-30 3\
        """;
    Terminal terminal = Terminal.pipe(column, "calendar", "due", "-");
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.lines())
        .hasSize(7)
        .startsWith("2020-10-22")
        .endsWith("provisional 2027", "2020-10-12");
    assertThat(terminal.lines().get(1)).startsWith("invalid\t没有算。“yesterday”不是日期。");
    assertThat(terminal.lines().get(2)).isEmpty();
    assertThat(terminal.lines().get(3)).startsWith("invalid\t没有算。“”不是工作日数。");
    assertThat(terminal.lines().get(4)).startsWith("invalid\t没有算。“15 days”不是工作日数。");
  }

  @Test
  void aDayBeyondAllCalendarsIsABadLineAndNoFault() {
    Terminal terminal = Terminal.pipe("-999999999-01-01 0\n", "calendar", "due", "-");
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.out()).startsWith("invalid\t");
  }

  @Test
  void provisionalLinesAreFindings() {
    Terminal terminal = Terminal.pipe("2020-09-30 3\n2027-01-04 1\n", "calendar", "due", "-");
    assertThat(terminal.code()).isEqualTo(1);
    assertThat(terminal.lines()).containsExactly("2020-10-12", "provisional 2027");
  }

  @Test
  void nothingPipedInIsAnsweredWithNothing() {
    assertThat(Terminal.pipe("", "calendar", "due", "-")).isEqualTo(new Terminal(0, "", ""));
  }

  @Test
  void theMarkThatSomeEditorsWriteFirstIsNoPartOfTheLine() {
    assertThat(Terminal.pipe("\uFEFF2020-09-30 3\n", "calendar", "due", "-").lines())
        .containsExactly("2020-10-12");
  }

  @Test
  void bytesOfAnotherEncodingAreABadLineAndNoFault() {
    byte[] words = "昨天 3\n2020-09-30 3\n".getBytes(Charset.forName("GB18030"));
    Terminal terminal = Terminal.pipe(words, "calendar", "due", "-");
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.lines()).hasSize(2).last().isEqualTo("2020-10-12");
  }

  @Test
  void manyLinesStayInOrder() {
    String lines = String.join("\n", Collections.nCopies(2000, "2020-09-30 3\n2020-09-25 15"));
    assertThat(Terminal.pipe(lines, "calendar", "due", "-").lines())
        .hasSize(4000)
        .endsWith("2020-10-12", "2020-10-22");
  }
}
