package org.lianban.documents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The library knows neither the system nor a framework nor the time. */
@AnalyzeClasses(packages = "org.lianban.documents", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {
    @ArchTest
    static final ArchRule IT_STANDS_ALONE = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "org.springframework..", "reactor..", "org.lianban.contracts..", "org.lianban.kit..",
            "org.lianban.messaging..", "java.time.temporal..", "java.net..");

    @ArchTest
    static final ArchRule IT_HAS_NO_CLOCK = noClasses().should().callMethod(java.time.Instant.class, "now").orShould()
            .callMethod(java.time.LocalDate.class, "now");
}
