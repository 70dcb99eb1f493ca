package org.zhengling.app.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the project, and faults planted in a folder of their own. */
class LintTest {
  private static final SourceTree PROJECT =
      SourceTree.of(Path.of(System.getProperty("zl.root", "..")).toAbsolutePath().normalize());

  @TempDir private Path folder = Path.of("");

  static Stream<Lint> lints() {
    return Stream.of(FileLints.ALL, HouseLints.ALL).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("lints")
  void the_project_is_clean(Lint lint) {
    assertThat(lint.findings().apply(PROJECT)).as(lint.sentence()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lints")
  void a_planted_fault_is_found(Lint lint) throws IOException {
    write(lint.beside());
    write(lint.planted());
    List<String> findings = lint.findings().apply(SourceTree.of(folder));
    for (String file : lint.planted().keySet()) {
      assertThat(findings).as(lint.sentence()).anyMatch(finding -> finding.startsWith(file));
    }
  }

  private void write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
    }
  }

  @Test
  void the_whole_project_is_looked_at() {
    assertThat(PROJECT.files())
        .contains("pom.xml", "zl", "app/src/main/resources/application.properties")
        .hasSizeGreaterThan(100);
  }
}
