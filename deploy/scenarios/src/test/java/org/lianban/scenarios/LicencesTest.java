package org.lianban.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** deploy/docs/licences.md lists every library that is shipped under the licence that its own pom states. */
class LicencesTest {
    private static final Path DOCUMENT = Path.of("../docs/licences.md");
    private static final String BEGIN = "<!-- Written by LicencesTest from here ... -->\n";
    private static final String END = "<!-- ... to here. -->\n";
    /** What poms call a licence, in lower case, and its SPDX name; the first that is contained counts. */
    private static final List<Map.Entry<String, String>> NAMES = List.of(Map.entry("apache", "Apache-2.0"),
            Map.entry("mit-0", "MIT-0"), Map.entry("mit", "MIT"), Map.entry("bouncy castle", "MIT"),
            Map.entry("0bsd", "0BSD"), Map.entry("bsd-2", "BSD-2-Clause"), Map.entry("bsd 2", "BSD-2-Clause"),
            Map.entry("go license", "BSD-3-Clause"),
            Map.entry("bsd-3", "BSD-3-Clause"), Map.entry("bsd 3", "BSD-3-Clause"), Map.entry("bsd", "BSD-3-Clause"),
            Map.entry("edl", "BSD-3-Clause"), Map.entry("eclipse distribution", "BSD-3-Clause"),
            Map.entry("eclipse public license - v 1", "EPL-1.0"), Map.entry("epl-1", "EPL-1.0"),
            Map.entry("eclipse public license", "EPL-2.0"), Map.entry("epl", "EPL-2.0"),
            Map.entry("lesser general public license", "LGPL-2.1"), Map.entry("lgpl", "LGPL-2.1"),
            Map.entry("gpl", "GPL-2.0 with classpath exception"), Map.entry("public domain", "CC0-1.0"),
            Map.entry("cc0", "CC0-1.0"), Map.entry("universal permissive", "UPL-1.0"));

    /** Called nearly like one that is known, and another. */
    private static final Pattern STRANGE = Pattern
            .compile("affero|agpl|gpl ?v?-?3|server side|bsd.4|sspl|commons clause");

    private record Library(Path directory, String artifact, String version) {
        static Library of(Path jar) {
            Path directory = jar.getParent();
            return new Library(directory, String.valueOf(directory.getParent().getFileName()),
                    String.valueOf(directory.getFileName()));
        }

        Path pom() {
            return directory.resolve(artifact + "-" + version + ".pom");
        }
    }

    @Test
    void shouldListEveryLibraryUnderItsOwnLicence() throws Exception {
        Map<String, Set<String>> byLicence = new TreeMap<>();
        for (String entry : Files.readString(Path.of("target/shipped.txt")).split(File.pathSeparator)) {
            if (entry.contains("/.m2/")) {
                Library library = Library.of(Path.of(entry.strip()));
                byLicence.computeIfAbsent(String.join(" or ", licences(library.pom())), name -> new TreeSet<>())
                        .add(library.artifact() + " " + library.version());
            }
        }
        StringBuilder drawn = new StringBuilder("\n| licence | libraries |\n|---|---|\n");
        byLicence.forEach((licence, libraries) -> drawn.append("| ").append(licence).append(" | ")
                .append(String.join(", ", libraries)).append(" |\n"));
        String stands = Files.readString(DOCUMENT);
        int begin = stands.indexOf(BEGIN) + BEGIN.length();
        String due = stands.substring(0, begin) + drawn + "\n" + stands.substring(stands.indexOf(END, begin));
        if (Boolean.getBoolean("lianban.write")) {
            Files.writeString(DOCUMENT, due);
            return;
        }
        assertThat(stands).as("%s lists other libraries than are shipped; with -Dlianban.write=true this test writes "
                + "it anew, and a person looks whether a new licence may be shipped", DOCUMENT).isEqualTo(due);
    }

    /** Its own, or its parent's. */
    private static Set<String> licences(Path pom) throws Exception {
        Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile())
                .getDocumentElement();
        Element licences = child(project, "licenses");
        if (licences != null) {
            Set<String> names = new TreeSet<>();
            NodeList each = licences.getElementsByTagName("license");
            for (int i = 0; i < each.getLength(); i++) {
                names.add(spdx(text((Element) each.item(i), "name"), pom));
            }
            return names;
        }
        Element parent = child(project, "parent");
        assertThat(parent).as("%s names a licence or a parent", pom).isNotNull();
        return licences(repository(pom).resolve(text(parent, "groupId").replace('.', '/'))
                .resolve(text(parent, "artifactId")).resolve(text(parent, "version"))
                .resolve(text(parent, "artifactId") + "-" + text(parent, "version") + ".pom"));
    }

    private static Path repository(Path pom) {
        Path path = pom;
        while (!path.endsWith("repository")) {
            path = path.getParent();
        }
        return path;
    }

    private static String spdx(String name, Path pom) {
        String known = name.toLowerCase(Locale.ROOT);
        return NAMES.stream()
                .filter(entry -> Pattern.compile("(?<![a-z0-9])" + Pattern.quote(entry.getKey()) + "(?![a-z])")
                        .matcher(known).find() && !STRANGE.matcher(known).find())
                .map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> new AssertionError(pom + " has a licence that nobody has looked at: " + name));
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String text(@Nullable Element parent, String name) {
        Element element = parent == null ? null : child(parent, name);
        return element == null ? "" : element.getTextContent().strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGPL-3.0", "GNU Affero General Public License", "GPLv3", "LGPL-3.0", "BSD-4-Clause",
            "Server Side Public License; permitted use", "Use is permitted"})
    void shouldStopAtALicenceThatIsOnlyCalledAlike(String name) {
        assertThatThrownBy(() -> spdx(name, Path.of("a.pom"))).hasMessageContaining("nobody has looked at");
    }
}
