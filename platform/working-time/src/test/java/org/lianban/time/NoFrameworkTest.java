package org.lianban.time;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

@AnalyzeClasses(packages = "org.lianban.time", importOptions = ImportOption.DoNotIncludeTests.class)
class NoFrameworkTest {
    /** Says it for Spring, Reactor, Jackson and any other library at once. */
    @ArchTest
    static final ArchRule dependsOnTheJdkAlone = classes().that().resideInAPackage("org.lianban.time..").should()
            .onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify.annotations", "org.lianban.time..");

    @ArchTest
    static final ArchRule doesNoInputOrOutput = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.nio..", "java.net..", "java.sql..");

    @ArchTest
    static final ArchRule isToldTheTime = noClasses().should().callMethod(Instant.class, "now").orShould()
            .callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now").orShould()
            .callMethod(System.class, "currentTimeMillis").orShould().dependOnClassesThat()
            .areAssignableTo(Clock.class);
}
