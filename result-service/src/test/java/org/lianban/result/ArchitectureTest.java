package org.lianban.result;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** Rooms are known by the last word of their package; every other package thinks. */
@AnalyzeClasses(packages = "org.lianban.result", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String THINKS = "think";
    /** What each room may know beside the rooms that think. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of("web", Set.of("web", "handler", "query"),
            "stream", Set.of("handler", "store"), "handler", Set.of("handler", "store", "query", "client"),
            "query", Set.of("query", "store"), "store", Set.of("store"), "client", Set.of("client"),
            "config", Set.of("web", "stream", "handler", "query", "store", "client", "config"), THINKS, Set.of());

    private static String room(JavaClass type) {
        var last = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return MAY_KNOW.containsKey(last) ? last : THINKS;
    }

    private static boolean ours(JavaClass type) {
        return type.getPackageName().startsWith("org.lianban.result.");
    }

    private static DescribedPredicate<JavaClass> in(String room) {
        return DescribedPredicate.describe("reside in a room " + room, type -> ours(type) && room(type).equals(room));
    }

    private static void check(com.tngtech.archunit.core.domain.JavaClasses all, String room) {
        Set<String> may = MAY_KNOW.get(room);
        classes().that(in(room)).should()
                .onlyDependOnClassesThat(DescribedPredicate.describe("reside in " + may + " or in a room that thinks",
                        other -> !ours(other) || room(other).equals(THINKS) || may.contains(room(other))))
                .check(all);
    }

    @ArchTest
    static void roomsKnowWhatTheyMay(com.tngtech.archunit.core.domain.JavaClasses all) {
        MAY_KNOW.keySet().forEach(room -> check(all, room));
    }

    @ArchTest
    static final ArchRule packagesFormNoCircle = slices().matching("org.lianban.(result.**)").should()
            .beFreeOfCycles();

    // What leaves by itself is on its way to the platform; the journal is read, and an archive written, as JSON.
    @ArchTest
    static final ArchRule roomsThinkWithoutFrameworks = noClasses().that(in(THINKS)).and()
            .resideOutsideOfPackage("..result.outgoing..").should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..", "org.apache.kafka..",
                    "io.micrometer..", "org.lianban.messaging..");

    @ArchTest
    static final ArchRule roomsThinkWithoutJson = noClasses().that(in(THINKS)).and()
            .resideOutsideOfPackages("..result.bundle.journal..", "..result.records.archive..").should()
            .dependOnClassesThat().resideInAnyPackage("tools.jackson..");

    @ArchTest
    static final ArchRule onlyClientsCallOut = noClasses().that().resideOutsideOfPackages("..client..", "..config..",
            "..result.outgoing..").should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web.reactive.function.client..");

    @ArchTest
    static final ArchRule timeIsPassedIn = noClasses().should().callMethod(java.time.Instant.class, "now").orShould()
            .callMethod(System.class, "currentTimeMillis").orShould().callMethod(java.time.Clock.class, "systemUTC");
}
