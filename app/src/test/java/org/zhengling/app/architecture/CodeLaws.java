package org.zhengling.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.zhengling.app.architecture.Conditions.check;
import static org.zhengling.app.architecture.Conditions.topLevelName;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import org.zhengling.engine.law.Answers;

/**
 * What no line may do and how things may not be called: ARCHITECTURE, "Rules of dependency", 5 to
 * 8.
 */
final class CodeLaws {
  /** Below the root; each with its reason. */
  private static final Map<String, String> MAY_ASK_CLOCK_AND_CHANCE =
      Map.of(
          "app.web.ClockAndSeed", "the beans that everything else is given",
          "app.Startup", "the business day follows the machine unless a person fixes it",
          "app.database.DataDirectory",
              "makes the secrets of a first start, before there are beans");

  private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "nanoTime");
  private static final Pattern SYSTEM_CLOCK = Pattern.compile("(tick|system)\\w*");
  private static final Set<String> CHANCE =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.security.SecureRandom",
          "java.util.concurrent.ThreadLocalRandom");
  private static final Set<String> CHANCE_CALLS =
      Set.of(
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of",
          "java.security.SecureRandom.getInstance",
          "java.security.SecureRandom.getInstanceStrong");

  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");
  private static final Pattern BAD_PACKAGE =
      Pattern.compile("(^|.*\\.)(util|common|base|helper|impl|dto|vo)(\\..*|$)");
  private static final Pattern BAD_TYPE =
      Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto|VO|Service|Constants)");

  static final List<Law> ALL =
      List.of(
          Law.of(
              "nobody asks the clock or chance",
              CodeLaws::clockAndChance,
              "AsksTheDay",
              "AsksTheInstant",
              "AsksTheMachine",
              "DrawsUnseeded",
              "DrawsSecretly",
              "NamesByChance"),
          Law.of("no field floats", CodeLaws::floating, "HoldsDouble", "HoldsFloats"),
          Law.of("no package is a drawer", CodeLaws::packageNames, "Drawer"),
          Law.of(
              "no type is named after a pattern",
              CodeLaws::typeNames,
              "RecordService",
              "NestedHelper"),
          Law.of("every package is null-marked", CodeLaws::nullMarked, "Drawer"),
          Law.of("every module says that it is one", CodeLaws::modules, "KnowsProgramme"),
          Law.of(
              "what answers a demand is reached by a page or a command",
              CodeLaws::reached,
              "AnswersUnreached"));

  private CodeLaws() {}

  private static ArchRule clockAndChance(String root) {
    return check(
        "ask neither clock nor chance",
        resideInAPackage(root + ".."),
        (one, report) -> {
          String name = topLevelName(one);
          boolean allowed =
              name.startsWith(root + ".")
                  && MAY_ASK_CLOCK_AND_CHANCE.containsKey(name.substring(root.length() + 1));
          for (JavaAccess<?> access : one.getAccessesFromSelf()) {
            if (!allowed && access instanceof JavaCodeUnitAccess<?> call && forbidden(call)) {
              report.accept(call.getDescription());
            }
          }
        });
  }

  private static boolean forbidden(JavaCodeUnitAccess<?> call) {
    String owner = call.getTargetOwner().getName();
    String called = call.getTarget().getName();
    List<JavaClass> given = call.getTarget().getRawParameterTypes();
    boolean clock =
        (owner.startsWith("java.time.") || owner.equals("java.lang.System"))
            && ((CLOCKS.contains(called) && !takesAClock(given))
                || (owner.matches("java\\.time\\.(Clock|InstantSource)")
                    && SYSTEM_CLOCK.matcher(called).matches()));
    boolean date =
        (owner.equals("java.util.Date") && called.equals("<init>") && given.isEmpty())
            || (owner.equals("java.util.Calendar") && called.equals("getInstance"));
    boolean unseeded =
        CHANCE.contains(owner)
            && called.equals("<init>")
            && (given.isEmpty() || owner.equals("java.security.SecureRandom"));
    boolean shuffle =
        owner.equals("java.util.Collections") && called.equals("shuffle") && given.size() == 1;
    return clock || date || unseeded || shuffle || CHANCE_CALLS.contains(owner + "." + called);
  }

  private static boolean takesAClock(List<JavaClass> given) {
    return given.stream().anyMatch(one -> one.getName().equals("java.time.Clock"));
  }

  private static ArchRule floating(String root) {
    return check(
        "hold no floating number",
        resideInAPackage(root + "..")
            .and(
                DescribedPredicate.not(
                    // A printed sheet is geometry too: its lengths are the points of the PDF.
                    resideInAnyPackage(
                        root + "..geometry..",
                        root + "..allocation..",
                        root + "..linkage..",
                        root + ".formats.paper.."))),
        (one, report) -> {
          for (JavaField field : one.getFields()) {
            if (FLOATING.contains(field.getRawType().getBaseComponentType().getName())) {
              report.accept(field.getFullName() + " floats");
            }
          }
        });
  }

  private static ArchRule packageNames(String root) {
    return check(
        "lie in a package that says what it is about",
        resideInAPackage(root + ".."),
        (one, report) -> {
          if (BAD_PACKAGE.matcher(one.getPackageName().substring(root.length())).matches()) {
            report.accept(one.getName() + " lies in " + one.getPackageName());
          }
        });
  }

  private static ArchRule typeNames(String root) {
    return check(
        "have a name of the office",
        resideInAPackage(root + ".."),
        (one, report) -> {
          if (BAD_TYPE.matcher(one.getSimpleName()).matches()) {
            report.accept(one.getName() + " is named after a pattern");
          }
        });
  }

  private static ArchRule nullMarked(String root) {
    return check(
        "lie in a null-marked package",
        resideInAPackage(root + ".."),
        (one, report) -> {
          if (!one.getPackage().isAnnotatedWith(NullMarked.class)) {
            report.accept(one.getName() + " lies in a package without @NullMarked");
          }
        });
  }

  private static ArchRule modules(String root) {
    return check(
        "belong to a module with an id",
        resideInAnyPackage(root + ".platform.*..", root + ".programme.*.."),
        (one, report) -> {
          JavaPackage module = one.getPackage();
          Optional<JavaPackage> parent = module.getParent();
          while (parent.isPresent()
              && !parent.get().getName().matches(Pattern.quote(root) + "\\.(platform|programme)")) {
            module = parent.get();
            parent = module.getParent();
          }
          Optional<ApplicationModule> says = module.tryGetAnnotationOfType(ApplicationModule.class);
          if (says.isEmpty() || says.get().id().isBlank()) {
            report.accept(
                one.getName() + ": " + module.getName() + " is no @ApplicationModule(id)");
          }
        });
  }

  /** From pages and commands along everything they use; an act no one can start answers nothing. */
  private static ArchRule reached(String root) {
    DescribedPredicate<JavaClass> ours = resideInAPackage(root + "..");
    DescribedPredicate<JavaClass> entrance =
        resideInAnyPackage(root + "..web..", root + ".app.portal..", root + ".app.command..");
    return check(
        "be reached by a page or a command",
        ours,
        (one, report) -> {
          if (answers(one) && !isReached(one, ours, entrance)) {
            report.accept(one.getName() + " answers a demand and nobody can get there");
          }
        });
  }

  private static boolean answers(JavaClass one) {
    return one.isAnnotatedWith(Answers.class)
        || one.isAnnotatedWith(Answers.Several.class)
        || one.getMethods().stream()
            .anyMatch(method ->
                method.isAnnotatedWith(Answers.class)
                    || method.isAnnotatedWith(Answers.Several.class));
  }

  private static boolean isReached(
      JavaClass target,
      DescribedPredicate<JavaClass> ours,
      DescribedPredicate<JavaClass> entrance) {
    Set<JavaClass> seen = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>(List.of(target));
    while (!open.isEmpty()) {
      JavaClass one = open.pop();
      if (entrance.test(one)) {
        return true;
      }
      for (Dependency dependency : one.getDirectDependenciesToSelf()) {
        JavaClass user = dependency.getOriginClass();
        if (ours.test(user) && seen.add(user)) {
          open.push(user);
        }
      }
    }
    return false;
  }
}
