package org.lianban.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "org.lianban.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {

    @ArchTest
    static final ArchRule roomsOnlyThink = noClasses().that()
            .resideInAnyPackage("..intake.application..", "..intake.check..", "..intake.identity..",
                    "..intake.exemption..", "..intake.consent..",
                    "..intake.window..",
                    "..intake.custody..", "..intake.agent..", "..intake.consultation..", "..intake.access..")
            .should()
            .dependOnClassesThat().resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..", "java.sql..",
                    "java.nio.file..", "io.micrometer..", "org.lianban.messaging..", "..intake.web..",
                    "..intake.stream..", "..intake.store..", "..intake.desk..", "..intake.wiring..");

    @ArchTest
    static final ArchRule nobodyLooksAtTheClock = noClasses().should().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis").orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule storeKnowsNoDoor = noClasses().that().resideInAPackage("..intake.store..").should()
            .dependOnClassesThat().resideInAnyPackage("..intake.web..", "..intake.stream..", "..intake.desk..",
                    "..intake.wiring..");

    @ArchTest
    static final ArchRule doorsDoNotKnowEachOther = noClasses().that().resideInAPackage("..intake.web..").should()
            .dependOnClassesThat().resideInAnyPackage("..intake.stream..", "..intake.wiring..");

    @ArchTest
    static final ArchRule nobodyBlocks = noClasses().should().callMethod(reactor.core.publisher.Mono.class, "block");

    @ArchTest
    static final ArchRule roomsAreFreeOfCycles = SlicesRuleDefinition.slices().matching("org.lianban.intake.(*)..")
            .should().beFreeOfCycles();
}
