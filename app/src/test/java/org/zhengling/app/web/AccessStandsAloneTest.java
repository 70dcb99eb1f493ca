package org.zhengling.app.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class AccessStandsAloneTest {
  @Test
  void accessUsesNoOtherCapabilityOfThePlatformButKeysAndAudit() {
    noClasses()
        .that()
        .resideInAPackage("org.zhengling.platform.access..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.zhengling..")
                .and(resideOutsideOfPackage("org.zhengling.platform.access.."))
                .and(resideOutsideOfPackage("org.zhengling.platform.keys.."))
                .and(resideOutsideOfPackage("org.zhengling.platform.audit.."))
                .and(resideOutsideOfPackage("org.zhengling.engine..")))
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.zhengling"));
  }
}
