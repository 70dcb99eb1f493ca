package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractStringAssert;

/** What a person at the terminal gets when the program does not do what was asked. */
final class OneSentence {
  private OneSentence() {}

  /** One line on standard error, nothing on standard output, no trace of the code. */
  static AbstractStringAssert<?> of(Program.Ended ended, int code) {
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
    assertThat(ended.err()).doesNotContain("Exception", "at org.", "at java.");
    assertThat(ended.code()).as(ended.err()).isEqualTo(code);
    return assertThat(ended.err());
  }
}
