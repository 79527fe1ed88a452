package org.lianban.scenarios.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Modules, slices and who knows whom, as Mermaid. */
record Picture(String text) {
    private static final String BEGIN = "<!-- Written by ArchitectureTest from here ... -->\n";
    private static final String END = "<!-- ... to here. -->\n";

    static Picture of(House house) {
        StringBuilder text = new StringBuilder("\n## Modules\n\nAn arrow that follows from others is not drawn.\n");
        draw(text, reduced(House.arrows(house.inside(), house::module)));
        house.modules().stream().filter(House::isService).sorted().forEach(module -> {
            text.append("\n## ").append(module).append('\n');
            draw(text, slices(house, module));
        });
        return new Picture(text.append('\n').toString());
    }

    /** What assembles a whole service knows all of it, and says nothing about how slices meet. */
    private static Map<String, Set<String>> slices(House house, String module) {
        String base = house.base(module);
        return House.arrows(house.inside().filter(d -> of(house, module, d.getOriginClass()))
                .filter(d -> of(house, module, House.target(d)))
                .filter(d -> !assembles(d, base)), type -> house.slice(type, base));
    }

    private static boolean assembles(Dependency dependency, String base) {
        JavaClass from = dependency.getOriginClass();
        return House.room(from).equals("config") && Set.of(base, base + ".config").contains(from.getPackageName());
    }

    private static boolean of(House house, String module, JavaClass type) {
        return house.module(type).equals(module);
    }

    private static Map<String, Set<String>> reduced(Map<String, Set<String>> arrows) {
        Map<String, Set<String>> reduced = new TreeMap<>();
        arrows.forEach((from, all) -> {
            Set<String> direct = new TreeSet<>(all);
            all.forEach(over -> direct.removeAll(House.reach(over, arrows)));
            reduced.put(from, direct);
        });
        return reduced;
    }

    private static void draw(StringBuilder text, Map<String, Set<String>> arrows) {
        text.append("\n```mermaid\nflowchart TD\n");
        arrows.forEach((from, all) -> {
            text.append("  ").append(id(from)).append("[\"").append(from).append("\"]\n");
            all.forEach(to -> text.append("  ").append(id(from)).append(" --> ").append(id(to)).append('\n'));
        });
        text.append("```\n");
    }

    private static String id(String name) {
        return name.replace('/', '_').replace('-', '_');
    }

    /** The document with this picture in the place of the one it has. */
    String drawnInto(String document) {
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        return document.substring(0, begin) + text + document.substring(document.indexOf(END, begin));
    }
}
