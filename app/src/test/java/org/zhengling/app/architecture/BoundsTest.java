package org.zhengling.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The bounds of the modules, and what may not be on the class path at all. */
class BoundsTest {
  static final List<String> PLANTED = List.of("LooksInside", "Hidden");

  private static final Pattern FORBIDDEN_LIBRARY =
      Pattern.compile(
          "(lombok|hibernate-(core|orm)|jakarta\\.persistence|spring-data-(jpa|jdbc)|mybatis|jooq|eclipselink"
              + "|mapstruct|modelmapper|dozer|mockito|easymock|jmock|powermock|mockk).*");

  /** Measurements and what runs them are built beside the program and never with it. */
  private static final Pattern MEASURING = Pattern.compile("(bench-.*\\.jar|jmh-.*)");

  @Test
  void no_module_of_the_program_reaches_into_another() {
    ApplicationModules modules = ApplicationModules.of("org.zhengling");
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .contains("access", "clauses", "supervision");
    assertThat(modules.detectViolations().getMessages()).isEmpty();
  }

  @Test
  void a_planted_look_inside_is_seen() {
    ImportOption everything = location -> true;
    ApplicationModules modules = ApplicationModules.of("org.zhengling.planted.modules", everything);
    assertThat(modules.detectViolations().getMessages())
        .anyMatch(message -> message.contains("LooksInside") && message.contains("Hidden"));
  }

  @Test
  void no_library_makes_code_behind_our_back() {
    assertThat(forbidden(System.getProperty("java.class.path"))).isEmpty();
  }

  @Test
  void a_planted_library_is_seen() {
    String separator = System.getProperty("path.separator");
    assertThat(
            forbidden(
                String.join(separator, "a/mockito-core-5.jar", "b/lombok-1.jar", "c/jts.jar")))
        .containsExactly("mockito-core-5.jar", "lombok-1.jar");
  }

  @Test
  void no_measurement_comes_with_the_program() {
    String here = System.getProperty("java.class.path");
    assertThat(entries(here)).noneMatch(name -> MEASURING.matcher(name).matches());
    assertThat(here).doesNotContain("bench/target");
  }

  private static List<String> forbidden(String classPath) {
    return entries(classPath)
        .filter(name -> FORBIDDEN_LIBRARY.matcher(name.toLowerCase(Locale.ROOT)).matches())
        .toList();
  }

  private static Stream<String> entries(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(System.getProperty("path.separator")), -1))
        .map(entry -> entry.replaceFirst(".*[/\\\\]", ""));
  }
}
