package org.zhengling.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.zhengling.app.architecture.Conditions.check;
import static org.zhengling.app.architecture.Conditions.topLevelName;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What no line may reach for, because it opens a door; each exception with its reason. */
final class SafetyLaws {
  private static final Pattern CALLS_OUT =
      Pattern.compile(
          "java\\.net\\.(Socket|DatagramSocket|URLConnection|HttpURLConnection)|javax\\.net\\.ssl\\."
              + "HttpsURLConnection|java\\.net\\.http\\..*|java\\.nio\\.channels\\.(Socket|Datagram)Channel"
              + "|org\\.springframework\\.web\\.client\\..*|javax\\.naming\\..*|java\\.rmi\\..*");

  private static final Pattern READS_XML =
      Pattern.compile(
          "javax\\.xml\\.(parsers|stream|transform|validation|xpath)\\..*|org\\.xml\\.sax\\..*");

  private static final Pattern REVIVES_OBJECTS =
      Pattern.compile("java\\.io\\.ObjectInputStream|java\\.beans\\.XMLDecoder");

  private static final Pattern RUNS_PROGRAMS =
      Pattern.compile("java\\.lang\\.(ProcessBuilder|Runtime)|javax\\.script\\..*");

  /** Below the root; each with its reason. */
  private static final Map<String, String> MAY_RUN_PROGRAMS =
      Map.of(
          "app.Certificate", "keytool of this Java, with arguments of our own",
          "app.database.EmbeddedDatabase", "asks an orphaned database to end, by its number");

  /** Below the root; each with its reason. */
  private static final Map<String, String> MAY_CALL_OUT =
      Map.of(
          "platform.access.OutsideSignIn",
              "the city's own sign-in, off unless its address is set (decision 0020)",
          "platform.exchange.adapter.HttpAdapter",
              "departments' services, at addresses of the catalogue alone (decision 0053)");

  static final List<Law> ALL =
      List.of(
          Law.of(
              "no line calls another machine",
              root -> reaches(root, "call another machine", CALLS_OUT, MAY_CALL_OUT.keySet()),
              "CallsOut"),
          Law.of(
              "XML is read in formats alone, where its parsers are closed",
              root -> outsideFormats(root),
              "ReadsXml"),
          Law.of(
              "nothing that was sent is revived as an object",
              root -> reaches(root, "revive objects", REVIVES_OBJECTS, Set.of()),
              "RevivesObjects"),
          Law.of(
              "no line runs another program",
              root -> reaches(root, "run programs", RUNS_PROGRAMS, MAY_RUN_PROGRAMS.keySet()),
              "RunsPrograms"));

  private SafetyLaws() {}

  private static ArchRule reaches(
      String root, String what, Pattern forbidden, Set<String> mayDoSo) {
    return check(
        "not " + what,
        resideInAPackage(root + ".."),
        (one, report) -> {
          if (!mayDoSo.contains(topLevelName(one).substring(root.length() + 1))) {
            find(one, forbidden).forEach(report);
          }
        });
  }

  private static ArchRule outsideFormats(String root) {
    return check(
        "leave XML to formats",
        resideInAPackage(root + ".."),
        (one, report) -> {
          if (!one.getPackageName().startsWith(root + ".formats")) {
            find(one, READS_XML).forEach(report);
          }
        });
  }

  private static List<String> find(JavaClass one, Pattern forbidden) {
    return one.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> forbidden.matcher(dependency.getTargetClass().getName()).matches())
        .map(Dependency::getDescription)
        .toList();
  }
}
