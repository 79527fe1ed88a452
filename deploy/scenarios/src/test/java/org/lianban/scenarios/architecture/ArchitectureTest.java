package org.lianban.scenarios.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Note 0013 as rules. Modules, packages, slices and rooms are found in the tree: what is new is covered. */
class ArchitectureTest {
    private static final Set<String> FRAMEWORKS = Set.of("org.springframework", "reactor", "io.r2dbc", "io.netty",
            "org.apache.kafka", "io.micrometer", "io.swagger", "org.springdoc", "java.net.http",
            "com.sun.net.httpserver", "java.sql", "javax.sql", "org.flywaydb", "org.postgresql", "org.reactivestreams");
    private static final Set<String> CALLS_OUT = Set.of("org.springframework.web.reactive.function.client",
            "java.net.http", "reactor.netty.http.client");
    /** Which rooms a room may know beside those that think and those of its own kind. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of("", Set.of(), "web", Set.of("handler", "query"),
            "stream", Set.of("handler", "store"), "handler", Set.of("store", "query", "client"), "query",
            Set.of("store"), "store", Set.of(), "client", Set.of());

    private static House house;

    private static final Collector<JavaCodeUnitAccess<?>, ?, TreeMap<String, TreeSet<String>>> BY_MODULE = Collectors
            .groupingBy(access -> ArchitectureTest.house.module(access.getOriginOwner()), TreeMap::new,
                    Collectors.mapping(
                            JavaCodeUnitAccess::getDescription, Collectors.toCollection(TreeSet::new)));

    @BeforeAll
    static void build() throws IOException {
        house = House.built();
    }

    @Test
    void shouldSeeEveryModule() {
        assertThat(house.classes().stream().map(house::module).distinct())
                .containsExactlyInAnyOrderElementsOf(house.modules());
    }

    @Test
    void shouldThinkWithoutFrameworks() throws IOException {
        Set<String> technical = house.classes().stream().filter(type -> House.isPlatform(house.module(type)))
                .filter(type -> type.getDirectDependenciesFromSelf().stream().anyMatch(d -> to(d, FRAMEWORKS)))
                .map(JavaClass::getPackageName).collect(Collectors.toSet());
        expectNone("thinking", house.dependencies().filter(d -> ofService(d.getOriginClass()))
                .filter(d -> House.room(d.getOriginClass()).isEmpty())
                .filter(d -> to(d, FRAMEWORKS) || technical.contains(House.target(d).getPackageName())));
    }

    @Test
    void shouldKeepWebAndStoreApart() throws IOException {
        expectNone("apart", house.inside().filter(d -> {
            Set<String> rooms = new TreeSet<>(Set.of(House.room(d.getOriginClass())));
            rooms.add(House.room(House.target(d)));
            return rooms.equals(Set.of("web", "store"));
        }));
    }

    @Test
    void shouldKnowOnlyTheRoomsThatServeIt() throws IOException {
        expectNone("rooms", house.inside().filter(d -> ofService(d.getOriginClass()) && ofService(House.target(d)))
                .filter(d -> !mayKnow(House.room(d.getOriginClass()), House.room(House.target(d)))));
    }

    private static boolean mayKnow(String from, String to) {
        return to.isEmpty() || from.equals(to) || from.equals("config") || MAY_KNOW.get(from).contains(to);
    }

    @Test
    void shouldCallOutFromClientsOnly() throws IOException {
        expectNone("calling out", house.dependencies().filter(d -> ofService(d.getOriginClass()))
                .filter(d -> to(d, CALLS_OUT))
                .filter(d -> !Set.of("client", "config").contains(House.room(d.getOriginClass()))));
    }

    @Test
    void shouldHaveNoCircleOfPackages() throws IOException {
        List<Set<String>> circles = House.circles(House.arrows(house.inside(), JavaClass::getPackageName));
        expectNone("circles", house.inside()
                .filter(d -> !d.getOriginClass().getPackageName().equals(House.target(d).getPackageName()))
                .filter(d -> circles.stream().anyMatch(circle -> circle.containsAll(
                        Set.of(d.getOriginClass().getPackageName(), House.target(d).getPackageName())))));
    }

    @Test
    void shouldHaveNoCircleOfSlices() throws IOException {
        for (String service : house.modules().stream().filter(House::isService).toList()) {
            String base = house.base(service);
            // What assembles a whole service stands in none of its slices.
            List<Dependency> arrows = house.inside()
                    .filter(d -> house.module(d.getOriginClass()).equals(service)
                            && house.module(House.target(d)).equals(service))
                    .filter(d -> !d.getOriginClass().getPackageName().equals(base)).toList();
            List<Set<String>> circles = House
                    .circles(House.arrows(arrows.stream(), type -> house.slice(type, base)));
            expectNone("circles of slices", arrows.stream().filter(d -> {
                Set<String> both = Set.copyOf(
                        List.of(house.slice(d.getOriginClass(), base), house.slice(House.target(d), base)));
                return both.size() == 2 && circles.stream().anyMatch(circle -> circle.containsAll(both));
            }));
        }
    }

    @Test
    void shouldKnowNoOtherService() throws IOException {
        expectNone("modules", house.inside().filter(d -> {
            String from = house.module(d.getOriginClass());
            String to = house.module(House.target(d));
            return !from.equals(to) && !House.isPlatform(to) && (House.isPlatform(from) || House.isService(from));
        }));
    }

    @Test
    void shouldBeToldTheTime() throws IOException {
        expect("wall clock", house.classes().stream().filter(type -> !House.room(type).equals("config"))
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(ArchitectureTest::readsTheWallClock).collect(BY_MODULE));
    }

    @Test
    void shouldNotSleepInAService() throws IOException {
        expect("sleeping", house.classes().stream().filter(type -> !house.module(type).startsWith("deploy/"))
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(access -> access.getTarget().getName().equals("sleep")
                        && (access.getTargetOwner().isEquivalentTo(Thread.class)
                                || access.getTargetOwner().isEquivalentTo(TimeUnit.class))
                        || access.getTargetOwner().isEquivalentTo(LockSupport.class))
                .collect(BY_MODULE));
    }

    /** A stream waits for its batch, and whoever assembles may wait while the service starts; nobody else. */
    @Test
    void shouldBlockOnlyInStreamsAndAtTheStart() throws IOException {
        expect("blocking", house.classes().stream().filter(ArchitectureTest::ofService)
                .filter(type -> !Set.of("stream", "config").contains(House.room(type)))
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(ArchitectureTest::waits).collect(BY_MODULE));
    }

    private static boolean waits(JavaCodeUnitAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return owner.getPackageName().equals("reactor.core.publisher") && name.matches("block.*|toIterable|toStream")
                || owner.isAssignableTo(Future.class) && name.matches("get|join")
                || owner.isEquivalentTo(CountDownLatch.class) && name.equals("await")
                || owner.isEquivalentTo(Object.class) && name.equals("wait");
    }

    private static boolean readsTheWallClock(JavaCodeUnitAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean alone = access.getTarget().getRawParameterTypes().stream()
                .allMatch(p -> p.isEquivalentTo(ZoneId.class));
        return alone && (owner.getPackageName().equals("java.time") && (name.equals("now") || name.startsWith("system"))
                || owner.isAssignableTo(Clock.class) && name.startsWith("tick")
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Date.class) && name.equals("<init>")
                || owner.isAssignableTo(Calendar.class) && name.matches("getInstance|<init>"));
    }

    @Test
    void shouldMeetOnlyAsTheDocumentShows() throws IOException {
        Path document = house.root().resolve("deploy/docs/architecture.md");
        String stands = Files.readString(document);
        String drawn = Picture.of(house).drawnInto(stands);
        if (Boolean.getBoolean("lianban.write")) {
            Files.writeString(document, drawn);
            return;
        }
        assertThat(stands).as("%s shows other modules, slices or arrows than the classes have. If they are meant: "
                + "mvn -pl deploy/scenarios -am test -Dtest=ArchitectureTest -Dsurefire.failIfNoSpecifiedTests=false "
                + "-Dlianban.write=true, and look at what has changed", document).isEqualTo(drawn);
    }

    private static boolean ofService(JavaClass type) {
        return house.isOurs(type) && House.isService(house.module(type));
    }

    private static boolean to(Dependency dependency, Set<String> packages) {
        String target = House.target(dependency).getPackageName() + ".";
        return packages.stream().anyMatch(name -> target.startsWith(name + "."));
    }

    private static void expectNone(String rule, Stream<Dependency> dependencies) throws IOException {
        expect(rule, dependencies.collect(Collectors.groupingBy(d -> house.module(d.getOriginClass()), TreeMap::new,
                Collectors.mapping(d -> d.getOriginClass().getName() + " -> " + House.target(d).getName(),
                        Collectors.toCollection(TreeSet::new)))));
    }

    /** Every violation by module; also written below {@code target/architecture}. */
    private static void expect(String rule, Map<String, TreeSet<String>> violations) throws IOException {
        Path directory = Files.createDirectories(Path.of("target/architecture"));
        Files.write(directory.resolve(rule.replace(' ', '-') + ".txt"), violations.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(line -> e.getKey() + "  " + line)).toList());
        assertThat(violations).as(rule).isEmpty();
    }
}
