package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/tasks?state=overdue", "/documents/%E6%B5%8E/clauses/%E4%BA%8C(2)"})
  void an_address_of_this_server_is_kept(String path) {
    assertThat(LocalPath.of(path)).contains(new LocalPath(path));
    assertThat(LocalPath.of(path).orElseThrow().uri()).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tasks",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/a\\b",
        "/a b",
        "/a\r\nLocation: x",
        "/%zz",
        "/济宁",
        "https://evil.example/",
        "javascript:alert(1)"
      })
  void whatever_else_is_refused(String text) {
    assertThat(LocalPath.of(text)).isEmpty();
  }

  @Test
  void nothing_and_too_much_are_refused() {
    assertThat(LocalPath.of(null)).isEmpty();
    assertThat(LocalPath.of("/" + "a".repeat(2000))).isEmpty();
  }
}
