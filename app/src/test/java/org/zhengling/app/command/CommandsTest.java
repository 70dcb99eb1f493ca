package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final List<String> ENGLISH =
      List.of(
          "Usage", "Options", "Commands", "Unknown", "Unmatched", "Missing", "Invalid", "Print");

  @Test
  void aloneItListsItsCommandsWithOneLineEach() {
    Terminal terminal = Terminal.type();
    assertThat(terminal.code()).isZero();
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.lines())
        .filteredOn(line -> line.matches("  [a-z]+ +\\P{ASCII}.*"))
        .extracting(line -> line.strip().split(" ", 2)[0])
        .containsExactly(
            "serve",
            "gazette",
            "clauses",
            "calendar",
            "identity",
            "audit",
            "keys",
            "backup",
            "restore",
            "retention",
            "registry",
            "check",
            "bench");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "serve --help",
        "gazette",
        "gazette --help",
        "gazette read --help",
        "gazette import -h",
        "clauses --help",
        "calendar",
        "calendar due --help",
        "identity",
        "identity check --help"
      })
  void usageIsChinese(String line) {
    Terminal terminal = Terminal.type(line.split(" ", -1));
    assertThat(terminal.code()).isZero();
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out()).startsWith("用法：").contains("显示用法").doesNotContain(ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "regster, 没有命令“regster”。用法见：./zl --help",
    "gazette reed, 没有命令“reed”。用法见：./zl gazette --help",
    "serve --dmo, 没有选项 --dmo。用法见：./zl serve --help",
    "serve now, 多了一个参数“now”。用法见：./zl serve --help",
    "serve --port, 缺少选项 --port 的值。用法见：./zl serve --help",
    "serve --port --demo, 缺少选项 --port 的值。用法见：./zl serve --help",
    "serve --port many, --port 的值“many”读不懂。用法见：./zl serve --help",
    "serve --port 1 --port 2, 选项 --port 写了不止一次。用法见：./zl serve --help",
    "serve --today 2020-02-30, --today 的值“2020-02-30”读不懂。用法见：./zl serve --help",
    "serve --demo=perhaps, --demo 的值“perhaps”读不懂。用法见：./zl serve --help",
    "gazette read, 缺少参数 FILE。用法见：./zl gazette read --help",
    "calendar due, 缺少参数 FROM。用法见：./zl calendar due --help",
    "identity check, 缺少参数 VALUE。用法见：./zl identity check --help"
  })
  void aLineThatCannotBeUsedIsAnsweredWithOneChineseSentence(String line, String answer) {
    Terminal terminal = Terminal.type(line.split(" ", -1));
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines()).containsExactly("没有执行。" + answer);
  }
}
