package org.zhengling.app.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the house has agreed on for packages, migrations, pages, words and programmes. */
final class HouseLints {
  private static final int LONGEST_README = 40;
  private static final String MIGRATIONS = "(?s).*/resources/migration/.*";

  /** A version of minutes, then at least three words. */
  private static final Pattern MIGRATION =
      Pattern.compile(".*/V\\d{4}_\\d{2}_\\d{2}_\\d{4}__[a-z0-9]+(_[a-z0-9]+){2,}\\.sql");

  private static final Pattern NAMED_TABLE =
      Pattern.compile(
          "\\b(?:from|join|into|update|table|on|references|sequence|view)\\s+(?:if not"
              + " exists\\s+)?([a-z_]+)\\.[a-z_]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SCHEMA =
      Pattern.compile("create schema (?:if not exists )?([a-z_]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern PACKAGE_SENTENCE =
      Pattern.compile("(?s)^\\s*/\\*\\*\\s+\\**\\s*\\p{L}[^.;]{15,}[.;].*");
  private static final Pattern INLINE =
      Pattern.compile(
          "<script(?![^>]*\\bsrc=)|<style\\b|\\sstyle=|\\sth:style=|\\son[a-z]+=|javascript:");
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "(?:https?:|[\"'(])//(?!www\\.w3\\.org/|www\\.thymeleaf\\.org)[\\w-]+\\.[\\w.-]+");
  private static final Pattern GLOSSARY_ROW =
      Pattern.compile("^\\|\\s*([^|]*\\p{IsHan}[^|]*?)\\s*\\|\\s*([^|]+?)\\s*\\|.*");

  static final List<Lint> ALL =
      List.of(
          new Lint(
              "every package says in a sentence what it is for",
              HouseLints::packages,
              Map.of(
                  "engine/src/main/java/org/a/A.java", "package org.a;",
                  "engine/src/main/java/org/b/package-info.java", "@NullMarked package org.b;",
                  "engine/src/main/java/org/c/package-info.java",
                      "/** It counts trees along streets. */ package org.c;")),
          new Lint(
              "the name of a migration is a sentence",
              tree ->
                  tree.matching(MIGRATIONS).stream()
                      .filter(f -> !MIGRATION.matcher(f).matches())
                      .toList(),
              Map.of("platform/src/main/resources/migration/access/V1__init.sql", "select 1;")),
          new Lint(
              "no two migrations have one version",
              HouseLints::versions,
              Map.of(
                  "a/src/main/resources/migration/b/V2020_01_01_1000__streets_get_a_name.sql", ""),
              Map.of(
                  "a/src/main/resources/migration/a/V2020_01_01_1000__trees_get_a_number.sql", "")),
          new Lint(
              "SQL names the schema of its own module",
              HouseLints::schemas,
              Map.of(
                  "platform/src/main/resources/migration/trees/V2020_01_01_1000__trees_get_a_number.sql",
                      "create schema trees;\ninsert into streets.street select 1;",
                  "platform/src/main/resources/migration/streets/V2020_01_01_1001__streets_get_a_name.sql",
                      "create schema streets;\ncreate table trees.leaf ();",
                  "platform/src/main/java/org/zhengling/platform/trees/store/Leaves.java",
                      "\"select 1 from streets.street\"")),
          new Lint(
              "no page carries a script or a style of its own",
              FileLints.lines(".*/resources/(pages|assets)/.*\\.(html|svg)", INLINE),
              Map.of(
                  "app/src/main/resources/pages/a.html", "<script>alert(1)</script>",
                  "app/src/main/resources/pages/b.html", "<p style=\"color:red\">",
                  "app/src/main/resources/pages/c.html", "<a onclick=\"go()\">")),
          new Lint(
              "no page names a host of others",
              FileLints.lines(".*/resources/(pages|assets)/.*\\.(html|css|js|svg)", OUTSIDE),
              Map.of(
                  "app/src/main/resources/pages/a.html",
                      "<img src=\"https://cdn.example.com/a.png\">",
                  "app/src/main/resources/assets/a.css",
                      "@import url(//fonts.example.com/a.css);")),
          new Lint(
              "one Chinese term has one English name",
              HouseLints::glossary,
              Map.of("GLOSSARY.md", "| 树 | tree | x |\n| 木 | tree | x |")),
          new Lint(
              "every promise of safety names a test that is there",
              SafetyTable::faults,
              Map.of(
                  "docs/security.md",
                  """
                  | a | b | c | d | e |
                  |---|---|---|---|---|
                  | road | ice | salt | always | `SaltTest#melts` |
                  | road | holes | none | never | nobody looked |
                  """),
              Map.of(
                  "app/src/test/java/org/a/SaltTest.java", "class SaltTest { void freezes() {} }")),
          new Lint(
              "every programme introduces itself in forty lines",
              HouseLints::readmes,
              Map.of(
                  "programmes/shade/pom.xml",
                  "<project/>",
                  "programmes/sun/README.md",
                  "line\n".repeat(LONGEST_README + 1))),
          new Lint(
              "the platform knows no programme by name",
              HouseLints::programmeNames,
              Map.of(
                  "platform/src/main/java/A.java", "\"street-trees\"",
                  "platform/src/main/java/B.java", "streettrees.Act",
                  "platform/src/main/resources/pages/c.html", "<p>行道树木</p>",
                  "platform/src/main/resources/migration/d/V2020_01_01_1000__trees_get_a_number.sql",
                      "street_trees.tree"),
              Map.of(
                  "programmes/street-trees/policy/clauses.yaml",
                  "programme: street-trees\nname: 行道树木\n")));

  private HouseLints() {}

  private static List<String> packages(SourceTree tree) {
    List<String> findings = new ArrayList<>();
    Map<String, String> folders = new TreeMap<>();
    for (String file : tree.matching("(?!.*/planted/).*/src/(main|test)/java/.*\\.java")) {
      folders.putIfAbsent(file.replaceFirst("/[^/]*$", ""), file);
    }
    for (String folder : folders.keySet()) {
      String info = folder + "/package-info.java";
      // A test lies in the package of what it tests; one description covers both.
      String main = info.replace("/src/test/java/", "/src/main/java/");
      if (!tree.has(info) && !tree.has(main)) {
        findings.add(folders.get(folder) + ": no package-info beside it");
      } else if (tree.has(info)) {
        String text = tree.text(info);
        if (!text.contains("@NullMarked")) {
          findings.add(info + ": not @NullMarked");
        }
        if (!PACKAGE_SENTENCE.matcher(text).matches()) {
          findings.add(info + ": no sentence");
        }
      }
    }
    return findings;
  }

  private static List<String> versions(SourceTree tree) {
    Map<String, String> seen = new HashMap<>();
    List<String> findings = new ArrayList<>();
    for (String file : tree.matching(MIGRATIONS)) {
      String version = file.replaceFirst(".*/", "").replaceFirst("__.*", "");
      String other = seen.put(version, file);
      if (other != null) {
        findings.add(file + ": the version of " + other);
      }
    }
    return findings;
  }

  /** Policies of row-level security may ask {@code access.in_scope}: a call, not a table. */
  private static List<String> schemas(SourceTree tree) {
    Set<String> schemas = new HashSet<>();
    for (String file : tree.matching(MIGRATIONS)) {
      Matcher created = SCHEMA.matcher(tree.text(file));
      while (created.find()) {
        schemas.add(created.group(1));
      }
    }
    List<String> findings = new ArrayList<>();
    for (String file : tree.matching(MIGRATIONS)) {
      String own = file.replaceFirst(".*/migration/", "").replaceFirst("/.*", "").replace('-', '_');
      findings.addAll(strangers(tree, file, own, schemas));
    }
    for (String file :
        tree.matching("(platform|programmes/[^/]+)/src/main/java/.*/store/.*\\.java")) {
      String own = file.replaceFirst("/store/.*", "").replaceFirst(".*/", "");
      findings.addAll(strangers(tree, file, own, schemas));
    }
    return findings;
  }

  private static List<String> strangers(
      SourceTree tree, String file, String own, Set<String> schemas) {
    List<String> findings = new ArrayList<>();
    int number = 0;
    for (String line : tree.text(file).lines().toList()) {
      number++;
      Matcher named = NAMED_TABLE.matcher(line.replaceFirst("--.*|^\\s*(//|\\*).*", ""));
      while (named.find()) {
        String schema = named.group(1);
        if (schemas.contains(schema) && !schema.replace("_", "").equals(own.replace("_", ""))) {
          findings.add(file + ":" + number + ": " + named.group());
        }
      }
    }
    return findings;
  }

  private static List<String> glossary(SourceTree tree) {
    List<String> findings = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    if (tree.has("GLOSSARY.md")) {
      for (String line : tree.text("GLOSSARY.md").lines().toList()) {
        Matcher row = GLOSSARY_ROW.matcher(line);
        if (row.matches()) {
          for (String term : List.of(row.group(1), row.group(2).toLowerCase(Locale.ROOT))) {
            String other = seen.put(term, line);
            if (other != null) {
              findings.add(
                  "GLOSSARY.md: \"" + term + "\" stands in: " + other + " and in: " + line);
            }
          }
        }
      }
    }
    return findings;
  }

  private static List<String> readmes(SourceTree tree) {
    List<String> findings = new ArrayList<>();
    Set<String> programmes = new TreeSet<>();
    for (String file : tree.matching("programmes/[^/]+/.*")) {
      programmes.add(file.replaceFirst("(programmes/[^/]+)/.*", "$1"));
    }
    for (String programme : programmes) {
      String readme = programme + "/README.md";
      if (!tree.has(readme)) {
        findings.add(programme + "/pom.xml: no README.md beside it");
      } else if (tree.text(readme).lines().count() > LONGEST_README) {
        findings.add(readme + ": longer than " + LONGEST_README + " lines");
      }
    }
    return findings;
  }

  /** Slugs in every spelling and Chinese names, from the packs; names of units are data (CSV). */
  private static List<String> programmeNames(SourceTree tree) {
    Set<String> words = new TreeSet<>();
    Pattern head = Pattern.compile("(?m)^(programme|name): *\"?([^\"\\n]+)\"?$");
    for (String pack : tree.matching("programmes/[^/]+/policy/clauses\\.yaml")) {
      Matcher value = head.matcher(tree.text(pack));
      while (value.find()) {
        String word = value.group(2).strip();
        words.add(Pattern.quote(word));
        words.add(Pattern.quote(word.replace("-", "_")));
        words.add(Pattern.quote(word.replace("-", "")));
      }
    }
    return words.isEmpty()
        ? List.of()
        : FileLints.lines(
                "platform/src/main/.*\\.(java|html|sql|js|css|properties)",
                Pattern.compile(
                    "(?<![\\w-])(" + String.join("|", words) + ")(?![\\w-])",
                    Pattern.CASE_INSENSITIVE))
            .apply(tree);
  }
}
