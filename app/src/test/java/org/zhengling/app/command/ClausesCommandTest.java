package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClausesCommandTest {
  private static final int DEMANDS = 240;

  @Test
  void theCountsOfEveryDocumentAddUpToWhatItDemands() {
    Terminal terminal = Terminal.type("clauses", "--json");
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.code()).isZero();
    JsonNode documents = JsonMapper.builder().build().readTree(terminal.out()).path("documents");
    assertThat(documents.size()).isEqualTo(6);
    int demanded = 0;
    for (JsonNode document : documents) {
      int parts = 0;
      for (String count : new String[] {"answered", "notComputed", "open", "untested"}) {
        parts += document.path(count).asInt();
      }
      assertThat(parts)
          .as(document.path("number").asString())
          .isEqualTo(document.path("demanded").asInt())
          .isEqualTo(document.path("rows").size());
      demanded += parts;
    }
    assertThat(demanded).isEqualTo(DEMANDS);
  }

  @Test
  void peopleReadOneLineADocumentAndTheSum() {
    Terminal terminal = Terminal.type("clauses");
    assertThat(terminal.lines())
        .hasSize(7)
        .last()
        .asString()
        .startsWith("共 6 份文件，" + DEMANDS + " 项要求，");
    assertThat(Terminal.type("clauses", "--rows").lines()).hasSize(7 + DEMANDS);
  }
}
