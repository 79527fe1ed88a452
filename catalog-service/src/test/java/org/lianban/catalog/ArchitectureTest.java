package org.lianban.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rooms think, doors let in, the store remembers; imports point inward. */
@AnalyzeClasses(packages = "org.lianban.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ROOMS = {"..catalog.seed..", "..catalog.publish..", "..catalog.guide..",
            "..catalog.calendar..", "..catalog.draft..", "..catalog.gate..", "..catalog.base..", "..catalog.window..",
            "..catalog.proposal..", "..catalog.batch..", "..catalog.measure..", "..catalog.rehearsal..",
            "..catalog.exchange.."};

    @ArchTest
    static final ArchRule ROOMS_ARE_PURE = noClasses().that().resideInAnyPackage(ROOMS).should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..", "org.apache.kafka..", "java.io..",
                    "java.nio.file..", "org.lianban.messaging..", "org.lianban.kit..", "org.lianban.catalog.store..",
                    "org.lianban.catalog.web..", "org.lianban.catalog.stream..", "org.lianban.catalog.wiring..");

    @ArchTest
    static final ArchRule ROOMS_ARE_TOLD_THE_TIME = noClasses().that().resideOutsideOfPackage("..catalog.wiring..")
            .should().callMethod(java.time.Instant.class, "now").orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NO_DOOR = noClasses().that().resideInAPackage("..catalog.store..").should()
            .dependOnClassesThat().resideInAnyPackage("..catalog.web..", "..catalog.stream..", "..catalog.wiring..",
                    "..catalog.seed..", "org.springframework..");

    @ArchTest
    static final ArchRule DOORS_DO_NOT_KNOW_EACH_OTHER = noClasses().that().resideInAPackage("..catalog.web..").should()
            .dependOnClassesThat().resideInAnyPackage("..catalog.stream..", "..catalog.wiring..", "io.r2dbc..");
}
