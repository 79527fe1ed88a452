package org.lianban.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** What the rules of the house do not say: intake's doors never wait, and its slices know each other in one direction. */
@AnalyzeClasses(packages = "org.lianban.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {

    @ArchTest
    static final ArchRule nobodyBlocks = noClasses().should().callMethod(reactor.core.publisher.Mono.class, "block");

    @ArchTest
    static final ArchRule slicesAreFreeOfCycles = SlicesRuleDefinition.slices().matching("org.lianban.intake.(*)..")
            .should().beFreeOfCycles();
}
