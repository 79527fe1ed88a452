package org.lianban.scenarios.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All classes of the reactor, each with its module, slice and room; every name is found in the tree. */
record House(Path root, List<String> modules, JavaClasses classes) {
    /** The rooms that do not think, as note 0013 names them; an application class assembles, wherever it stands. */
    /** Parts of the name of a module's own package, for example {@code org.lianban.result}. */
    private static final int BASE = 3;
    private static final Set<String> DOORS_AND_HANDS = Set.of("web", "stream", "handler", "query", "store", "client",
            "config");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern BUILT = Pattern.compile("/target/(classes|[^/]+\\.jar)[/!]");

    static House built() throws IOException {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        List<String> modules = MODULE.matcher(Files.readString(root.resolve("pom.xml"))).results()
                .map(found -> found.group(1)).toList();
        JavaClasses all = new ClassFileImporter().withImportOption(House::ours).importPackages("org.lianban");
        return new House(root, modules, all);
    }

    private static boolean ours(Location location) {
        return BUILT.matcher(location.asURI().toString()).find();
    }

    /** Path of the class's module below the root, for example {@code platform/command}. */
    String module(JavaClass type) {
        String source = type.getSource().orElseThrow().getUri().toString();
        String below = source.substring(source.indexOf(root + "/") + root.toString().length() + 1);
        return below.substring(0, below.indexOf("/target/"));
    }

    boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("org.lianban") && type.getSource().isPresent();
    }

    /** What is started by itself: neither what all share nor what runs all of them. */
    static boolean isService(String module) {
        return !module.contains("/");
    }

    static boolean isPlatform(String module) {
        return module.startsWith("platform/");
    }

    /** Package below which all classes of the module lie. */
    String base(String module) {
        return classes.stream().filter(type -> module(type).equals(module)).map(JavaClass::getPackageName).distinct()
                .reduce(House::shared).orElseThrow();
    }

    private static String shared(String one, String other) {
        return (other + ".").startsWith(one + ".") ? one : shared(one.substring(0, one.lastIndexOf('.')), other);
    }

    /** Last part of the package, where it names a room that does not think; else empty. */
    static String room(JavaClass type) {
        if (assembles(type)) {
            return "config";
        }
        String last = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return DOORS_AND_HANDS.contains(last) ? last : "";
    }

    /** What starts a whole service stands above its slices. */
    private static boolean assembles(JavaClass type) {
        return type.getPackageName().split("\\.").length == BASE
                && type.tryGetMethod("main", String[].class).isPresent();
    }

    /** First part of the package below the service; the service's own name for what serves all slices. */
    String slice(JavaClass type, String base) {
        String below = type.getPackageName().substring(base.length());
        String first = below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
        return first.isEmpty() || DOORS_AND_HANDS.contains(first) ? base.substring(base.lastIndexOf('.') + 1) : first;
    }

    Stream<Dependency> dependencies() {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    /** Those of a class of ours on another. */
    Stream<Dependency> inside() {
        return dependencies().filter(dependency -> isOurs(target(dependency)));
    }

    /** Of an array, what it is made of. */
    static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    /** Who knows whom; nobody knows himself here. */
    static Map<String, Set<String>> arrows(Stream<Dependency> dependencies, Function<JavaClass, String> named) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        dependencies.forEach(dependency -> {
            String from = named.apply(dependency.getOriginClass());
            String to = named.apply(target(dependency));
            arrows.computeIfAbsent(from, name -> new TreeSet<>());
            arrows.computeIfAbsent(to, name -> new TreeSet<>());
            if (!from.equals(to)) {
                arrows.get(from).add(to);
            }
        });
        return arrows;
    }

    /** Groups of names that reach one another. */
    static List<Set<String>> circles(Map<String, Set<String>> arrows) {
        Map<String, Set<String>> reached = new TreeMap<>();
        arrows.keySet().forEach(name -> reached.put(name, reach(name, arrows)));
        return arrows.keySet().stream().map(name -> {
            Set<String> circle = new TreeSet<>(reached.get(name));
            circle.removeIf(other -> !reached.get(other).contains(name));
            return circle;
        }).filter(circle -> !circle.isEmpty()).distinct().toList();
    }

    /** Every name at the end of a chain of arrows. */
    static Set<String> reach(String from, Map<String, Set<String>> arrows) {
        Set<String> reached = new TreeSet<>();
        List<String> next = List.copyOf(arrows.get(from));
        while (!next.isEmpty()) {
            next = next.stream().filter(reached::add).flatMap(name -> arrows.get(name).stream()).toList();
        }
        return reached;
    }
}
