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
                        "org.lianban.department.task..", "org.lianban.department.channel..", "tools.jackson.databind",
                        "com.fasterxml.jackson.annotation")
                .check(OURS);
    }

    @Test
    void shouldPointInward() {
        noClasses().that().resideInAPackage("..department.store..").should().dependOnClassesThat()
                .resideInAnyPackage("..department.web..", "..department.stream..", "..department.client..",
                        "..department.handler..", "..department.query..", "..department.config..",
                        "org.springframework..")
                .check(OURS);
        noClasses().that().resideInAPackage("..department.handler..").should().dependOnClassesThat()
                .resideInAnyPackage("..department.web..", "..department.stream..", "..department.config..")
                .check(OURS);
        noClasses().that().resideInAPackage("..department.client..").should().dependOnClassesThat()
                .resideInAnyPackage("..department.web..", "..department.stream..", "..department.handler..",
                        "..department.store..", "..department.query..", "..department.config..")
                .check(OURS);
        noClasses().that().resideInAPackage("..department.web..").should().dependOnClassesThat()
                .resideInAnyPackage("..department.store..", "..department.stream..", "..department.client..")
                .check(OURS);
    }

    @Test
    void shouldNeverReadTheClockOfTheWallWhereLawCounts() {
        noClasses().that().resideOutsideOfPackage("..config..").should()
                .callMethod(java.time.Instant.class, "now").check(OURS);
    }
}
