package org.lianban.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the house's one architecture test does not ask: who in the kit assembles, and how pure the copy is. */
@AnalyzeClasses(packages = "org.lianban.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {
    @ArchTest
    static final ArchRule ONLY_CONFIG_ASSEMBLES = classes().that().resideOutsideOfPackage("org.lianban.kit.config")
            .should().onlyDependOnClassesThat().resideOutsideOfPackages("org.springframework.boot..",
                    "org.springframework.cloud..", "org.lianban.kit.config");

    @ArchTest
    static final ArchRule THE_COPY_KNOWS_NO_WEB = noClasses().that().resideInAPackage("org.lianban.kit.catalog")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..");
}
