package org.lianban.result;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this service asks of its rooms beyond what holds for all services. */
@AnalyzeClasses(packages = "org.lianban.result", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {
    // A journal and an archive are JSON, and a row's digest is taken of its JSON; nobody else who thinks knows of any.
    @ArchTest
    static final ArchRule roomsThinkWithoutJson = noClasses().that()
            .resideOutsideOfPackages("..web", "..stream", "..handler", "..query", "..store", "..client", "..config",
                    "..result.bundle.journal", "..result.records.archive", "..result.province")
            .should().dependOnClassesThat().resideInAnyPackage("tools.jackson..");
}
