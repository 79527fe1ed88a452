package org.lianban.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The kit serves every service and knows none. */
@AnalyzeClasses(packages = "org.lianban.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NO_SERVICE = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "org.lianban.catalog..", "org.lianban.intake..", "org.lianban.dispatch..", "org.lianban.department..",
            "org.lianban.result..", "org.lianban.standalone..", "org.lianban.servers..");

    @ArchTest
    static final ArchRule ONLY_WIRING_ASSEMBLES = classes().that().resideOutsideOfPackage("org.lianban.kit.wiring")
            .should().onlyDependOnClassesThat().resideOutsideOfPackages("org.springframework.boot..",
                    "org.springframework.cloud..", "org.lianban.kit.wiring");

    @ArchTest
    static final ArchRule THE_COPY_KNOWS_NO_WEB = noClasses().that().resideInAPackage("org.lianban.kit.catalog")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..");

    @ArchTest
    static final ArchRule TAKES_NO_TIME_FROM_THE_WALL = noClasses().should().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis").orShould()
            .callMethod(Thread.class, "sleep", long.class);
}
