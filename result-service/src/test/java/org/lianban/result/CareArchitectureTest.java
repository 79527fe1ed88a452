package org.lianban.result;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.lianban.result", importOptions = ImportOption.DoNotIncludeTests.class)
class CareArchitectureTest {
    private static final String[] ROOMS = {"..result.care..", "..result.rating..", "..result.ticket..",
            "..result.supervision..", "..result.check..", "..result.expiry..", "..result.oversight.."};

    @ArchTest
    static final ArchRule roomsThinkWithoutFrameworks = noClasses().that().resideInAnyPackage(ROOMS).should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..", "org.apache.kafka..",
                    "io.micrometer..", "tools.jackson..", "org.lianban.messaging..");

    @ArchTest
    static final ArchRule roomsKnowNoDoors = noClasses().that().resideInAnyPackage(ROOMS).should().dependOnClassesThat()
            .resideInAnyPackage("..result.web..", "..result.stream..", "..result.store..", "..result.desk..",
                    "..result.wiring..");

    @ArchTest
    static final ArchRule desksKnowNoDoors = noClasses().that().resideInAPackage("..result.desk..").should()
            .dependOnClassesThat().resideInAnyPackage("..result.web..", "..result.stream..", "..result.wiring..");
}
