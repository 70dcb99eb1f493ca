package org.zhengling.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of dependency, over the program that is shipped and over faults planted for them. */
class ArchitectureTest {
  private static final String ROOT = "org.zhengling";
  private static final String PLANTED = "org.zhengling.planted";

  /** Everything that is shipped; what tests share is not. */
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT)
          .that(DescribedPredicate.not(resideInAnyPackage(ROOT + ".testkit..", PLANTED + "..")));

  private static final JavaClasses FAULTS = new ClassFileImporter().importPackages(PLANTED);

  static Stream<Law> laws() {
    return Stream.of(DependencyLaws.ALL, CodeLaws.ALL, SafetyLaws.ALL).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void the_program_keeps_the_law(Law law) {
    EvaluationResult result = law.under().apply(ROOT).allowEmptyShould(true).evaluate(PROGRAM);
    assertThat(result.getFailureReport().getDetails()).as(law.sentence()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("laws")
  void a_planted_fault_breaks_the_law(Law law) {
    EvaluationResult result = law.under().apply(PLANTED).allowEmptyShould(true).evaluate(FAULTS);
    for (String fault : law.planted()) {
      assertThat(result.getFailureReport().getDetails())
          .as(law.sentence() + ": " + fault)
          .anyMatch(detail -> detail.contains(fault));
    }
  }

  @Test
  void the_whole_program_is_looked_at() {
    for (String part : List.of("engine", "formats", "platform", "app")) {
      assertThat(PROGRAM.that(resideInAPackage(ROOT + "." + part + ".."))).as(part).isNotEmpty();
    }
  }

  @Test
  void no_planted_fault_lies_about_unused() {
    Set<String> unused = new TreeSet<>();
    FAULTS.that(resideInAPackage(PLANTED + "..")).forEach(one -> unused.add(one.getSimpleName()));
    laws().forEach(law -> unused.removeAll(law.planted()));
    unused.removeAll(BoundsTest.PLANTED);
    // What the faults lean on.
    unused.removeAll(Set.of("Act", "Face", "Page", "Rows", "Second", "package-info"));
    assertThat(unused).isEmpty();
  }
}
