package org.zhengling.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** How a rule looks at one class. */
final class Conditions {
  private Conditions() {}

  /** A rule whose look at a class reports each fault in a sentence that names the class. */
  static ArchRule check(
      String should,
      DescribedPredicate<JavaClass> which,
      BiConsumer<JavaClass, Consumer<String>> look) {
    return classes()
        .that(which)
        .should(
            new ArchCondition<JavaClass>(should) {
              @Override
              public void check(JavaClass one, ConditionEvents events) {
                look.accept(one, fault -> events.add(SimpleConditionEvent.violated(one, fault)));
              }
            })
        .allowEmptyShould(true);
  }

  /**
   * Whether both lie in the same room, as {@code …childcare.web} and {@code …childcare.web.parts}.
   */
  static boolean sameRoom(JavaClass one, JavaClass other, String room) {
    String prefix = module(other.getPackageName(), room) + "." + room;
    return (one.getPackageName() + ".").startsWith(prefix + ".");
  }

  /** Whether the first lies in the module whose room the second lies in. */
  static boolean sameModule(JavaClass one, JavaClass other, String room) {
    return (one.getPackageName() + ".").startsWith(module(other.getPackageName(), room) + ".");
  }

  private static String module(String packageName, String room) {
    return (packageName + ".").replaceFirst("\\." + room + "\\..*", "");
  }

  static DescribedPredicate<JavaClass> topLevelNameEnds(String ending) {
    return DescribedPredicate.describe(
        "have a name that ends in " + ending, one -> topLevelName(one).endsWith(ending));
  }

  static String topLevelName(JavaClass one) {
    return one.getName().replaceFirst("\\$.*", "");
  }
}
