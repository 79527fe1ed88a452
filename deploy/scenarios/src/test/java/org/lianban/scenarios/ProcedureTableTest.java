package org.lianban.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** deploy/docs/procedure.md is true: every test and every type it names exists, and no core row is without a test. */
class ProcedureTableTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern ROW = Pattern.compile("^\\| (A\\d\\d|B\\d+|S\\d-\\d+|K\\d) \\|(.*)\\|$");
    private static final Pattern NAMED = Pattern.compile("\\b([A-Z]\\w+Test)\\b|#(should\\w+)");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (should\\w+)");
    /** A type behind its packages, with dots or slashes, as the places are written. */
    private static final Pattern PLACE = Pattern.compile("(?<![\\w/.#@{<-])((?:[a-z][\\w-]*[./])+)([A-Z]\\w+)");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface) ([A-Z]\\w*)");
    private static final int CLASS = 2;
    private static final int PLACES = 3;
    private static final int TESTS = 4;
    private static final int ROWS = 177;

    private record Row(String id, List<String> cells) {
        boolean core() {
            return cells.get(CLASS).startsWith("C");
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("deploy/docs/procedure.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(row.group(1), List.of(row.group(2).split(" \\| ", -1)).stream().map(String::strip)
                        .toList()));
            }
        }
        return rows;
    }

    /** Methods of every test class in the tree, by its simple name. */
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> tests = new HashMap<>();
        try (var files = Files.walk(ROOT)) {
            files.filter(f -> f.toString().contains("/src/test/") && f.toString().endsWith("Test.java"))
                    .forEach(f -> tests
                            .computeIfAbsent(f.getFileName().toString().replace(".java", ""), n -> new TreeSet<>())
                            .addAll(methods(f)));
        }
        return tests;
    }

    private static List<String> methods(Path file) {
        try {
            return METHOD.matcher(Files.readString(file)).results().map(m -> m.group(1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void shouldHaveOneLinePerRow() throws IOException {
        assertThat(rows()).hasSize(ROWS);
        assertThat(rows()).extracting(Row::id).doesNotHaveDuplicates();
    }

    @Test
    void shouldNameATestForEveryCoreRow() throws IOException {
        assertThat(rows().stream().filter(Row::core).filter(r -> !NAMED.matcher(r.cells().get(TESTS)).find()))
                .extracting(Row::id).isEmpty();
    }

    @Test
    void shouldNameOnlyTestsThatExist() throws IOException {
        Map<String, Set<String>> tests = tests();
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            String last = "";
            Matcher named = NAMED.matcher(row.cells().get(TESTS));
            while (named.find()) {
                if (named.group(1) != null) {
                    last = named.group(1);
                    if (!tests.containsKey(last)) {
                        missing.add(row.id() + " " + last);
                    }
                } else if (!tests.getOrDefault(last, Set.of()).contains(named.group(2))) {
                    missing.add(row.id() + " " + last + "#" + named.group(2));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void shouldNameOnlyPlacesThatExist() throws IOException {
        Map<String, Set<String>> types = types();
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            PLACE.matcher(row.cells().get(PLACES)).results()
                    .filter(place -> types.getOrDefault(place.group(2), Set.of()).stream()
                            .noneMatch(at -> leadsTo(at, place.group(1).replace('.', '/'))))
                    .forEach(place -> missing.add(row.id() + " " + place.group()));
        }
        assertThat(missing).isEmpty();
    }

    /** @param at module and packages, for example {@code /result-service/result/notices/sms/} */
    private static boolean leadsTo(String at, String place) {
        String module = place.substring(0, place.indexOf('/') + 1);
        return at.contains("/" + place)
                || at.contains("/" + module) && at.endsWith(place.substring(module.length() - 1));
    }

    /** Where the types of every module are, nested ones included, by their simple names. */
    private static Map<String, Set<String>> types() throws IOException {
        Map<String, Set<String>> types = new HashMap<>();
        try (var files = Files.walk(ROOT)) {
            for (Path file : files.filter(f -> f.toString().contains("/src/main/java/org/lianban/"))
                    .filter(f -> f.toString().endsWith(".java")).toList()) {
                String path = ROOT.relativize(file).toString();
                String at = "/"
                        + path.substring(0, path.lastIndexOf('/') + 1).replace("src/main/java/org/lianban/", "");
                TYPE.matcher(Files.readString(file)).results()
                        .forEach(type -> types.computeIfAbsent(type.group(1), name -> new TreeSet<>()).add(at));
            }
        }
        return types;
    }
}
