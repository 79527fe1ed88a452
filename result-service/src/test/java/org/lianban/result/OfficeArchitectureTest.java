package org.lianban.result;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Notices, messages, deliveries and licences think without frameworks; what leaves knows no door. */
@AnalyzeClasses(packages = "org.lianban.result", importOptions = ImportOption.DoNotIncludeTests.class)
class OfficeArchitectureTest {
    private static final String[] ROOMS = {"org.lianban.result.notice", "org.lianban.result.sms",
            "org.lianban.result.delivery", "org.lianban.result.licence", "org.lianban.result.paper"};

    @ArchTest
    static final ArchRule roomsThinkWithoutFrameworks = noClasses().that().resideInAnyPackage(ROOMS).should()
            .dependOnClassesThat().resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..",
                    "org.apache.kafka..", "io.micrometer..", "tools.jackson..", "org.lianban.messaging..");

    @ArchTest
    static final ArchRule roomsKnowNoDoors = noClasses().that().resideInAnyPackage(ROOMS).should()
            .dependOnClassesThat().resideInAnyPackage("..result.web..", "..result.store..", "..result.issue..",
                    "..result.outgoing..", "..result.client..", "..result.wiring..");

    @ArchTest
    static final ArchRule whatLeavesKnowsNoWeb = noClasses()
            .that().resideInAnyPackage("..result.issue..", "..result.outgoing..", "..result.client..").should()
            .dependOnClassesThat().resideInAnyPackage("..result.web..", "..result.stream..", "..result.wiring..");

    @ArchTest
    static final ArchRule onlyClientsCallOut = noClasses().that().resideOutsideOfPackages("..result.client..",
            "..result.wiring..").should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web.reactive.function.client..");
}
