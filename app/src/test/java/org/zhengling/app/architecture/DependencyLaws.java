package org.zhengling.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.zhengling.app.architecture.Conditions.check;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Who may lean on whom: ARCHITECTURE, "Rules of dependency", 1 to 3. */
final class DependencyLaws {
  private static final String JDBC = "org.springframework.jdbc..";

  static final List<Law> ALL =
      List.of(
          Law.of("the engine needs the JDK alone", DependencyLaws::engine, "EngineReadsYaml"),
          Law.of(
              "the engine has no file, socket, SQL or logger",
              DependencyLaws::engineStaysInside,
              "EngineOpensFile"),
          Law.of(
              "formats know the engine and nothing of the server",
              DependencyLaws::formats,
              "FormatAsksPlatform"),
          Law.of("no programme knows another", DependencyLaws::programmes, "First"),
          Law.of("the platform knows no programme", DependencyLaws::platform, "KnowsProgramme"),
          Law.of("nothing leans on pages", DependencyLaws::web, "LeansOnPage"),
          Law.of(
              "rules need the JDK, the engine and themselves",
              DependencyLaws::rules,
              "RuleReadsRows"),
          Law.of("pages only read views of a store", DependencyLaws::views, "PageReadsRows"),
          Law.of("a store belongs to its own module", DependencyLaws::stores, "SampleWritesRows"),
          Law.of("a store knows neither act nor page", DependencyLaws::stored, "RowsCallAct"),
          Law.of("SQL is spoken in stores", DependencyLaws::sql, "ActSpeaksSql"),
          Law.of(
              "transactions are opened by acts and faces",
              DependencyLaws::transactions,
              "RowsOpenTransaction"));

  private DependencyLaws() {}

  private static ArchRule engine(String root) {
    return classes()
        .that(resideInAPackage(root + ".engine.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", root + ".engine.."));
  }

  private static ArchRule engineStaysInside(String root) {
    return noClasses()
        .that(resideInAPackage(root + ".engine.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.sql..", "java.net..", "java.nio.file..", "java.util.logging.."));
  }

  private static ArchRule formats(String root) {
    return noClasses()
        .that(resideInAPackage(root + ".formats.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                root + ".platform..",
                root + ".programme..",
                root + ".app..",
                "org.springframework.."));
  }

  private static ArchRule programmes(String root) {
    return slices()
        .matching(root + ".programme.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true);
  }

  private static ArchRule platform(String root) {
    return noClasses()
        .that(resideInAPackage(root + ".platform.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(root + ".programme..", root + ".app.."));
  }

  /** The app is the assembly: it may put its own page frame together. */
  private static ArchRule web(String root) {
    return check(
        "lean on pages of its own room at most",
        resideInAPackage(root + ".."),
        (one, report) -> {
          for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass();
            boolean page = resideInAPackage(root + "..web..").test(target);
            boolean assembly =
                resideInAPackage(root + ".app..").test(one)
                    && resideInAPackage(root + ".app.web..").test(target);
            if (page && !assembly && !Conditions.sameRoom(one, target, "web")) {
              report.accept(dependency.getDescription());
            }
          }
        });
  }

  private static ArchRule rules(String root) {
    DescribedPredicate<JavaClass> allowed =
        resideInAnyPackage("java..", "org.jspecify..", root + ".engine..");
    return check(
        "need the JDK, the engine and themselves",
        resideInAPackage(root + "..rules.."),
        (one, report) -> {
          for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (!target.isPrimitive()
                && !allowed.test(target)
                && !Conditions.sameRoom(one, target, "rules")) {
              report.accept(dependency.getDescription());
            }
          }
        });
  }

  private static ArchRule views(String root) {
    return noClasses()
        .that(resideInAnyPackage(root + "..web..", root + ".app.portal.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + "..store..")
                .and(DescribedPredicate.not(Conditions.topLevelNameEnds("Views"))));
  }

  /** The pool of connections is put together where the database is. */
  private static ArchRule stores(String root) {
    return check(
        "use the store of its own module only",
        resideInAPackage(root + "..")
            .and(DescribedPredicate.not(resideInAPackage(root + ".app.database.."))),
        (one, report) -> {
          for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass();
            if (resideInAPackage(root + "..store..").test(target)
                && !Conditions.sameModule(one, target, "store")) {
              report.accept(dependency.getDescription());
            }
          }
        });
  }

  private static ArchRule stored(String root) {
    return noClasses()
        .that(resideInAPackage(root + "..store.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(root + "..work..", root + "..web.."));
  }

  private static ArchRule sql(String root) {
    return noClasses()
        .that(
            resideInAPackage(root + "..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(root + "..store..", root + ".app.database.."))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(JDBC, "java.sql..", "javax.sql.."));
  }

  private static ArchRule transactions(String root) {
    return check(
        "open no transaction",
        resideInAPackage(root + "..")
            .and(
                DescribedPredicate.not(
                    resideInAnyPackage(
                        root + ".platform.*", root + ".programme.*", root + "..work.."))),
        (one, report) -> {
          boolean method =
              one.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Transactional.class));
          if (method || one.isAnnotatedWith(Transactional.class)) {
            report.accept(one.getName() + " is @Transactional");
          }
        });
  }
}
