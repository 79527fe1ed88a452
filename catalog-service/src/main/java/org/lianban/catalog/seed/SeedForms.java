package org.lianban.catalog.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.OneThing.Subject;

/** 一张表、一套材料: the merged form and the material list, a reference until the lead department confirms it. */
record SeedForms(Yaml document, References references) {
    private static final int DEFAULT_LENGTH = 100;
    private static final long MAX_BYTES = 20L * 1024 * 1024;
    private static final List<String> MEDIA_TYPES = List.of("application/pdf", "image/jpeg", "image/png",
            "application/ofd");

    /** @param name canonical name of the one-thing */
    List<FormField> fields(String name, Subject subject, Optional<FlowMatch> match) {
        Optional<Yaml> own = document.at("oneThings").maybe(name);
        Stream<Yaml> closing = own.isPresent()
                ? document.at("closing").list(subject.name()).stream()
                : Stream.<Yaml>empty();
        return Stream.concat(own.orElseGet(() -> general(subject)).list("fields").stream(), closing)
                .filter(entry -> concerned(entry, match)).map(entry -> field(entry, items(entry, match))).toList();
    }

    List<Material> materials(String name, Subject subject, Optional<FlowMatch> match) {
        List<Material> materials = new ArrayList<>();
        document.at("oneThings").maybe(name).orElseGet(() -> general(subject)).list("materials").stream()
                .filter(entry -> concerned(entry, match))
                .forEach(entry -> materials.add(material(entry, materials.size() + 1, items(entry, match),
                        references.material(name, entry.need("name")))));
        return List.copyOf(materials);
    }

    private Yaml general(Subject subject) {
        return document.at("general").at(subject.name());
    }

    /** What only items need that this region does not list is not asked for. */
    private static boolean concerned(Yaml entry, Optional<FlowMatch> match) {
        return entry.strings("items").isEmpty() || !items(entry, match).isEmpty();
    }

    private static List<String> items(Yaml entry, Optional<FlowMatch> match) {
        return match.stream().flatMap(m -> entry.strings("items").stream().flatMap(letter -> m.items(letter).stream()))
                .sorted().toList();
    }

    private static FormField field(Yaml entry, List<String> items) {
        return new FormField(entry.need("name"), entry.need("label"), FieldType.valueOf(entry.need("type")),
                entry.flag("required"), entry.strings("choices"),
                Integer.parseInt(Objects.requireNonNullElse(entry.text("maxLength"), "" + DEFAULT_LENGTH)), items,
                entry.text("prefill"));
    }

    private static Material material(Yaml entry, int number, List<String> items, MaterialRules rules) {
        return new Material("m%02d".formatted(number), entry.need("name"), entry.flag("required"), items, MEDIA_TYPES,
                MAX_BYTES, entry.text("legalBasis"), Confirmation.REFERENCE, rules);
    }
}
