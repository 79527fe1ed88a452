package org.lianban.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.stream.Stream;

/** Messaging carries events and does not know what they are about. */
@AnalyzeClasses(packages = "org.lianban.messaging..", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {
    @ArchTest
    static final ArchRule KNOWS_NOBODY_OF_US = classes().should().onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.lianban..").orShould().onlyDependOnClassesThat()
            .resideInAnyPackage("org.lianban.messaging..", "org.lianban.persistence", "java..", "io.r2dbc..",
                    "reactor..",
                    "org.apache.kafka..",
                    "tools.jackson..", "io.micrometer..", "org.slf4j..", "org.springframework.messaging..",
                    "org.jspecify..");

    @ArchTest
    static void shouldNameNothingOfTheBusiness(JavaClasses classes) {
        assertThat(classes).isNotEmpty();
        classes.forEach(c -> Stream.concat(Stream.of(c.getSimpleName()), c.getMembers().stream().map(m -> m.getName()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .forEach(name -> assertThat(name).doesNotContain("department", "applicant", "catalog", "caseno",
                        "intake", "dispatch")));
    }
}
