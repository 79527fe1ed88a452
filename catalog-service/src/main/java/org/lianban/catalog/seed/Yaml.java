package org.lianban.catalog.seed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A YAML mapping read by name; a field of the wrong shape is a fault of the seed and is thrown with its name. */
final class Yaml {
    private final Map<?, ?> fields;

    private Yaml(Map<?, ?> fields) {
        this.fields = fields;
    }

    static Yaml parse(String text) {
        return of(new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(text), "document");
    }

    private static Yaml of(@Nullable Object node, String name) {
        if (node instanceof Map<?, ?> map) {
            return new Yaml(map);
        }
        throw new IllegalArgumentException("Expected " + name + " to be a mapping, but it is " + node);
    }

    List<String> keys() {
        return fields.keySet().stream().map(String::valueOf).toList();
    }

    Yaml at(String name) {
        return of(fields.get(name), name);
    }

    Optional<Yaml> maybe(String name) {
        return fields.get(name) == null ? Optional.empty() : Optional.of(at(name));
    }

    List<Yaml> list(String name) {
        return values(name).stream().map(node -> of(node, name)).toList();
    }

    List<String> strings(String name) {
        return values(name).stream().map(String::valueOf).toList();
    }

    private List<?> values(String name) {
        Object node = fields.get(name);
        if (node == null) {
            return List.of();
        }
        if (node instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("Expected " + name + " to be a list, but it is " + node);
    }

    @Nullable
    String text(String name) {
        Object node = fields.get(name);
        return node == null ? null : node.toString();
    }

    String need(String name) {
        String text = text(name);
        if (text == null) {
            throw new IllegalArgumentException("Expected a value for " + name + " in " + fields);
        }
        return text;
    }

    int number(String name) {
        return Integer.parseInt(need(name));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }
}
