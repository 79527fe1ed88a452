package org.lianban.department;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class BoundariesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.lianban.department");

    @Test
    void shouldKeepThePureRoomsPure() {
        classes().that().resideInAnyPackage("..department.task..", "..department.channel..").should()
                .onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", "org.lianban.contracts..",
                        "org.lianban.department.task..", "org.lianban.department.channel..", "tools.jackson.databind")
                .check(OURS);
    }

    @Test
    void shouldPointInward() {
        noClasses().that().resideInAPackage("..department.store..").should().dependOnClassesThat()
                .resideInAnyPackage("..department.web..", "..department.stream..", "..department.client..",
                        "..department.work..", "..department.wiring..", "org.springframework..")
                .check(OURS);
        noClasses().that().resideInAPackage("..department.work..").should().dependOnClassesThat()
                .resideInAnyPackage("..department.web..", "..department.stream..", "..department.client..",
                        "..department.wiring..", "org.springframework..")
                .check(OURS);
        noClasses().that().resideInAPackage("..department.client..").should().dependOnClassesThat()
                .resideInAnyPackage("..department.web..", "..department.stream..", "..department.wiring..")
                .check(OURS);
    }

    @Test
    void shouldNeverReadTheClockOfTheWallWhereLawCounts() {
        noClasses().that().resideOutsideOfPackage("..wiring..").should()
                .callMethod(java.time.Instant.class, "now").check(OURS);
    }
}
