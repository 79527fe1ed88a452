package org.lianban.dispatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Beside the rules of the house, which a test of all modules reads from the classes. */
@AnalyzeClasses(packages = "org.lianban.dispatch", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {
    @ArchTest
    static final ArchRule nobodyBlocks = noClasses().should().callMethod(reactor.core.publisher.Mono.class, "block");
}
