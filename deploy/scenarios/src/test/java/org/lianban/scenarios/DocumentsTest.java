package org.lianban.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents name is there: types, files and directories in backticks, and links. */
class DocumentsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern NAMED = Pattern.compile("`([^`\\s]+)`|\\]\\(([^)#:]+)\\)");
    private static final Pattern TYPE = Pattern.compile("(?:[a-z]+\\.)+[A-Z]\\w+");
    private static final Pattern FILE = Pattern
            .compile("(?!\\.lianban|DIR/|target/)[\\w.-]+(?:/[\\w.-]+)+/?|\\w[\\w-]+\\.(?:md|java|yaml|csv|xml)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "UPGRADING.md", "deploy/docs/glossary.md",
            "deploy/docs/handbook.md", "deploy/docs/architecture.md", "deploy/docs/licences.md",
            "deploy/docs/decisions/README.md"})
    void shouldNameWhatIsThere(String document) throws IOException {
        Set<String> tree = tree();
        Path folder = ROOT.resolve(document).getParent();
        assertThat(NAMED.matcher(Files.readString(ROOT.resolve(document))).results().filter(named -> {
            String link = named.group(2);
            if (link != null) {
                return !Files.exists(folder.resolve(link));
            }
            String name = named.group(1);
            return TYPE.matcher(name).matches()
                    ? !there(tree, "org/lianban/" + name.replace('.', '/') + ".java")
                    : FILE.matcher(name).matches() && !there(tree, name);
        }).map(named -> named.group()).toList()).as(document).isEmpty();
    }

    private static boolean there(Set<String> tree, String name) {
        return Files.exists(ROOT.resolve(name)) || tree.stream().anyMatch(path -> path.endsWith("/" + name));
    }

    private static Set<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> !file.contains("/target/") && !file.contains("/.git/"))
                    .collect(Collectors.toSet());
        }
    }
}
