package org.lianban.dispatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "org.lianban.dispatch", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {

    @ArchTest
    static final ArchRule planOnlyThinks = noClasses().that().resideInAPackage("..dispatch.plan..").should()
            .dependOnClassesThat().resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..", "java.sql..",
                    "io.micrometer..", "..dispatch.web..", "..dispatch.stream..", "..dispatch.store..",
                    "..dispatch.handler..", "..dispatch.query..", "..dispatch.config..", "org.lianban.kit..");

    @ArchTest
    static final ArchRule planDoesNotLookAtTheClock = noClasses().that().resideOutsideOfPackage("..config..").should()
            .callMethod(java.time.Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule storeKnowsNoDoor = noClasses().that().resideInAPackage("..dispatch.store..").should()
            .dependOnClassesThat().resideInAnyPackage("..dispatch.web..", "..dispatch.stream..", "..dispatch.handler..",
                    "..dispatch.query..",
                    "..dispatch.config..");

    @ArchTest
    static final ArchRule doorsDoNotKnowEachOther = noClasses().that().resideInAPackage("..dispatch.web..").should()
            .dependOnClassesThat().resideInAnyPackage("..dispatch.stream..", "..dispatch.store..",
                    "..dispatch.config..");

    @ArchTest
    static final ArchRule nobodyBlocks = noClasses().should().callMethod(reactor.core.publisher.Mono.class, "block");

    @ArchTest
    static final ArchRule roomsAreFreeOfCycles = SlicesRuleDefinition.slices().matching("org.lianban.dispatch.(*)..")
            .should().beFreeOfCycles();
}
