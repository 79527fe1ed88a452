package org.lianban.catalog.seed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Department;

/** A kind of office that has the same id in every region; {@code names} are its spellings by region code. */
record Office(String id, String label, Department.Kind kind, @Nullable String parent, @Nullable String note,
        Map<String, List<String>> names) {

    static List<Office> read(String text) {
        return Yaml.parse(text).list("departments").stream().map(Office::office).toList();
    }

    private static Office office(Yaml entry) {
        Yaml byRegion = entry.at("names");
        Map<String, List<String>> names = new LinkedHashMap<>();
        byRegion.keys().forEach(region -> names.put(region, byRegion.strings(region)));
        return new Office(entry.need("id"), entry.need("label"), Department.Kind.valueOf(entry.need("kind")),
                entry.text("parent"), entry.text("note"), names);
    }
}
