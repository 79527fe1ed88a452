package org.lianban.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;

@AnalyzeClasses(packages = "org.lianban.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {

    /** Whoever reads a message needs the JDK, Jackson and nothing else. */
    @ArchTest
    static final ArchRule needsOnlyJdkAndJackson = classes().should().onlyDependOnClassesThat().resideInAnyPackage(
            "org.lianban.contracts..", "java..", "org.jspecify.annotations..", "tools.jackson..",
            "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule changesNothing = fields().should().beFinal();

    @ArchTest
    static final ArchRule asksNoClock = noClasses().should().dependOnClassesThat().areAssignableTo(InstantSource.class)
            .orShould().dependOnClassesThat().areAssignableTo(Clock.class);

    /** The shared words know no publisher, and the catalogue knows no case. */
    @ArchTest
    static final ArchRule catalogueStandsAlone = noClasses().that().resideInAPackage("..catalog..").should()
            .dependOnClassesThat().resideInAnyPackage("..intake..", "..dispatch..", "..department..", "..result..",
                    "..province..", "..api..");
}
