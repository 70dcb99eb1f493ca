package org.zhengling.app.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may lie in the project and what may stand in any file of it. */
final class FileLints {
  // Put together here, so that these lines do not find themselves.
  private static final String LATER = "TO" + "DO";
  private static final String BROKEN = "FIX" + "ME";
  private static final String HOME = "/ho" + "me/";
  private static final String TEMPORARY = "/tm" + "p/";
  private static final String REGISTRY = "regis" + "try";

  private static final String TEXT =
      ".*\\.(java|xml|yaml|yml|sql|html|css|js|svg|md|sh|properties|csv|txt|json)|(.*/)?(zl|run)";
  private static final String CODE = ".*\\.(java|xml|yaml|yml|sql|html|css|js|sh|properties)|zl";

  /** A decision record is the reference: it says what would have to happen. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(" + LATER + "|" + BROKEN + ")\\b(?!\\(\\d{4}\\))");

  private static final Pattern MACHINE_PATH =
      Pattern.compile(
          "(?<![\\w.~/}-])("
              + HOME
              + "|"
              + TEMPORARY
              + "|/ro"
              + "ot/|/Us"
              + "ers/|[A-Z]:\\\\\\\\?Us"
              + "ers)\\w");

  private static final Pattern REGISTRY_HOST =
      Pattern.compile(
          "\\b("
              + REGISTRY
              + "|repo1?|nexus|artifactory|mirrors?|pypi|npm)\\.([\\w-]+\\.)+(org|com|cn|io|net|dev)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String FOREIGN =
      ".*(\\.min\\.(js|css)|\\.(jar|war|class|zip|gz|tgz|7z|woff2?|ttf|otf|eot|exe|dll|so|dylib|pdf|docx?|xlsx?"
          + "|gpkg|shp|parquet|sqlite|db|ico|gif|jpe?g|map))|(.*/)?(node_modules|vendor)/.*";

  static final List<Lint> ALL =
      List.of(
          new Lint(
              "what is unfinished names its decision record",
              lines(CODE, UNFINISHED),
              Map.of(
                  "engine/src/main/java/A.java", "// " + LATER + " later",
                  "zl", "# " + BROKEN + ": now")),
          new Lint(
              "no file of others and no binary lies here",
              FileLints::foreign,
              Map.of(
                  "app/src/main/resources/assets/some.min.js", "x",
                  "app/src/main/resources/assets/letters.woff2", "x",
                  "engine/store", "a\0b")),
          new Lint(
              "no path of one machine stands anywhere",
              lines(TEXT, MACHINE_PATH),
              Map.of(
                  "README.md", "see " + HOME + "someone/project",
                  "scripts/a.sh", "rm -r \"" + TEMPORARY + "x\"")),
          new Lint(
              "no host of packages stands anywhere",
              lines(TEXT, REGISTRY_HOST),
              Map.of("pom.xml", "<url>https://" + REGISTRY + ".example.org/</url>")),
          new Lint(
              "no build file brings a library that makes code behind our back",
              lines(
                  "(.*/)?pom\\.xml",
                  Pattern.compile(
                      "<artifactId>(lombok|hibernate-|spring-boot-starter-data-|spring-data-|mybatis|jooq|mapstruct"
                          + "|modelmapper|mockito|easymock|spring-boot-starter-test)")),
              Map.of("engine/pom.xml", "<artifactId>mockito-core</artifactId>")));

  private FileLints() {}

  /** Finds lines of some files that contain an expression. */
  static Function<SourceTree, List<String>> lines(String files, Pattern expression) {
    return tree -> {
      List<String> findings = new ArrayList<>();
      for (String file : tree.matching(files)) {
        int number = 0;
        for (String line : tree.text(file).lines().toList()) {
          number++;
          Matcher found = expression.matcher(line);
          if (found.find()) {
            findings.add(file + ":" + number + ": " + found.group());
          }
        }
      }
      return findings;
    };
  }

  private static List<String> foreign(SourceTree tree) {
    List<String> findings = new ArrayList<>(tree.matching(FOREIGN));
    for (String file : tree.files()) {
      if (!file.matches("docs/.*\\.png") && !findings.contains(file) && binary(tree.bytes(file))) {
        findings.add(file + ": binary");
      }
    }
    return findings;
  }

  private static boolean binary(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}
