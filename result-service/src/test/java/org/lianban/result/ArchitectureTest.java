package org.lianban.result;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.lianban.result", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ROOMS = {"..result.bundle..", "..result.clock..", "..result.view..",
            "..result.law..", "..result.journal..", "..result.attribution.."};

    @ArchTest
    static final ArchRule roomsThinkWithoutFrameworks = noClasses().that().resideInAnyPackage(ROOMS).should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..", "org.apache.kafka..",
                    "io.micrometer..", "tools.jackson..", "org.lianban.messaging..");

    @ArchTest
    static final ArchRule roomsKnowNoDoors = noClasses().that().resideInAnyPackage(ROOMS).should().dependOnClassesThat()
            .resideInAnyPackage("..result.web..", "..result.stream..", "..result.store..", "..result.due..",
                    "..result.wiring..");

    @ArchTest
    static final ArchRule storeKnowsNoDoors = noClasses().that().resideInAPackage("..result.store..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("..result.web..", "..result.stream..", "..result.due..", "..result.wiring..");

    @ArchTest
    static final ArchRule nobodyImportsTheAssembly = noClasses().that().resideOutsideOfPackage("..result.wiring..")
            .should().dependOnClassesThat().resideInAPackage("..result.wiring..");

    @ArchTest
    static final ArchRule timeIsPassedIn = noClasses().should().callMethod(java.time.Instant.class, "now").orShould()
            .callMethod(System.class, "currentTimeMillis").orShould().callMethod(java.time.Clock.class, "systemUTC");
}
