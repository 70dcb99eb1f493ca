package org.zhengling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;

/** What variables say about the place of a server; that it does so is seen in KilledServerTest. */
class SurroundingsTest {
  private static Surroundings with(Map<String, String> variables) {
    return new Surroundings(name -> variables.getOrDefault(name, ""));
  }

  @Test
  void without_variables_nobody_is_believed_and_the_terminal_hears_warnings_alone() {
    assertThat(with(Map.of()).properties()).isEqualTo(Map.of("logging.threshold.console", "warn"));
  }

  @Test
  void a_proxy_is_believed_by_its_very_address() {
    assertThat(with(Map.of("ZL_PROXY", "10.1.2.3, fd00::7")).properties())
        .containsEntry("zl.forwarding", "native")
        .containsEntry("server.tomcat.remoteip.internal-proxies", "\\Q10.1.2.3\\E|\\Qfd00::7\\E");
  }

  @Test
  void a_proxy_without_a_numeric_address_and_an_unknown_log_are_refused() {
    assertThatThrownBy(() -> with(Map.of("ZL_PROXY", "proxy.example")).properties())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("proxy.example");
    assertThatThrownBy(() -> with(Map.of("ZL_LOG", "loud")).properties())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("console");
  }
}
