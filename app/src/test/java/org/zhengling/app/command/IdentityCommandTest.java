package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of the national standard itself, and two that offices print on their documents. */
class IdentityCommandTest {
  private static final String RESIDENT = "11010519491231002X";
  private static final String OFFICE = "11370800004234373R";

  @ParameterizedTest
  @CsvSource({RESIDENT + ", 居民身份证号码", OFFICE + ", 统一社会信用代码", "11370881004339597L, 统一社会信用代码"})
  void saysWhatAValidNumberIs(String value, String what) {
    Terminal terminal = Terminal.type("identity", "check", value);
    assertThat(terminal.code()).isZero();
    assertThat(terminal.lines()).containsExactly("valid　" + what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"110105194912310021", "11370800004234373L", "1101051949", "张三", " "})
  void saysWhyAnInvalidOneIsNot(String value) {
    Terminal terminal = Terminal.type("identity", "check", value);
    assertThat(terminal.code()).isEqualTo(1);
    assertThat(terminal.lines()).singleElement().asString().matches("invalid　.+（.+）");
  }

  @Test
  void linesThatArePipedInAreAnsweredOneByOne() {
    Terminal terminal =
        Terminal.pipe(
            RESIDENT + "\n110105194912310021\r\n\n" + OFFICE + "\nnobody",
            "identity",
            "check",
            "-");
    assertThat(terminal.code()).isEqualTo(1);
    assertThat(terminal.err()).isEmpty();
    List<String> lines = terminal.lines();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).isEqualTo(RESIDENT + "\tvalid");
    assertThat(lines.get(1)).matches("110105194912310021\tinvalid\t[^\t]+");
    assertThat(lines.get(2)).isEmpty();
    assertThat(lines.get(3)).isEqualTo(OFFICE + "\tvalid");
    assertThat(lines.get(4)).matches("nobody\tinvalid\t[^\t]+");
  }

  @Test
  void onlyValidLinesAreNoFinding() {
    assertThat(Terminal.pipe("\uFEFF" + RESIDENT + "\n", "identity", "check", "-"))
        .isEqualTo(new Terminal(0, RESIDENT + "\tvalid" + System.lineSeparator(), ""));
  }
}
