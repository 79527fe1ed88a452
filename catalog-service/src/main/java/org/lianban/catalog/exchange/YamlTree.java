package org.lianban.catalog.exchange;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import org.lianban.form.Shape;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML as the record that it stands for. What a scalar is, the record says and not its look: {@code 000102003000},
 * {@code off}, {@code 9:00} and {@code 1.10} stay what was written where a text is meant.
 */
final class YamlTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,6})?");
    private static final Set<Tag> KNOWN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP,
            Tag.SEQ, Tag.MAP, Tag.MERGE);
    /** A few aliases of aliases would fill the memory. */
    private static final int MOST_NODES = 200_000;

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    /** @param faults what is wrong with the YAML itself; then nothing is bound */
    <T> Form<T> read(Node node, Class<T> type, List<Fault> faults) {
        Faults found = new Faults();
        JsonNode tree = value(node, new Shape.Slot(type, false, null), "", found);
        return found.none() ? Forms.read(tree, type) : new Form.Faulty<>(found.list());
    }

    private JsonNode value(Node node, Shape.@Nullable Slot slot, String at, Faults faults) {
        if (++nodes > MOST_NODES || !open.add(node)) {
            faults.add(new Fault("", "UNREADABLE", "引用过多或引用自身，请直接写出内容"));
            return JSON.nullNode();
        }
        try {
            if (!KNOWN.contains(node.getTag())) {
                faults.add(new Fault(at, "UNREADABLE", "不支持标签%s".formatted(node.getTag().getValue())));
                return JSON.nullNode();
            }
            return switch (node) {
                case ScalarNode scalar -> scalar(scalar, slot);
                case SequenceNode sequence -> list(sequence, slot, at, faults);
                case MappingNode map -> object(map, slot, at, faults);
                default -> JSON.nullNode();
            };
        } finally {
            open.remove(node);
        }
    }

    private static JsonNode scalar(ScalarNode scalar, Shape.@Nullable Slot slot) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return JSON.stringNode(text);
        }
        if (text.isEmpty() || text.equals("~") || text.equals("null")) {
            return JSON.nullNode();
        }
        Class<?> type = slot == null ? String.class : slot.type();
        if ((type == boolean.class || type == Boolean.class) && (text.equals("true") || text.equals("false"))) {
            return JSON.booleanNode(text.equals("true"));
        }
        boolean number = Number.class.isAssignableFrom(type) || type == int.class || type == long.class;
        return number && NUMBER.matcher(text).matches()
                ? JSON.numberNode(new java.math.BigDecimal(text))
                : JSON.stringNode(text);
    }

    private ArrayNode list(SequenceNode sequence, Shape.@Nullable Slot slot, String at, Faults faults) {
        Shape.Slot inner = slot != null && Collection.class.isAssignableFrom(slot.type()) ? slot.inner() : null;
        ArrayNode list = JSON.arrayNode();
        for (Node entry : sequence.getValue()) {
            list.add(value(entry, inner, at + "/" + list.size(), faults));
        }
        return list;
    }

    private ObjectNode object(MappingNode map, Shape.@Nullable Slot slot, String at, Faults faults) {
        Map<String, Shape.Slot> slots = slot == null || !slot.type().isRecord()
                ? new HashMap<>()
                : Shape.of(slot.type()).parts().stream()
                        .collect(Collectors.toMap(Shape.Part::name, Shape.Part::slot));
        ObjectNode object = JSON.objectNode();
        for (NodeTuple member : map.getValue()) {
            String name = member.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            String to = at + Faults.step(name);
            if (object.has(name)) {
                faults.add(to, FaultCode.REPEATED, "字段", name);
            }
            object.set(name, value(member.getValueNode(), slots.get(name), to, faults));
        }
        return object;
    }
}
