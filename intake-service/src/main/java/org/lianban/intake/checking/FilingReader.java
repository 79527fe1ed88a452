package org.lianban.intake.checking;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.Channel;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an application out of JSON as far as it can be read: what cannot is told and left out, so that the checks can say
 * of the rest what is wrong with it.
 */
public final class FilingReader {
    /** Each leaves out at least one thing; whoever needs more sends no application. */
    private static final int PASSES = 4;
    private static final String FORM = "form";
    /** The list whose entries are no objects. */
    private static final String TEXTS = "consents";

    private FilingReader() {}

    /** @param door the channel of the door; null where the message names it */
    public static Filing read(JsonNode tree, @Nullable Channel door, Faults faults) {
        Filing read = readable(tree, faults);
        if (door != null) {
            return read.through(door);
        }
        if (read.channel() == null) {
            Code.MISSING.add(faults, "/channel", "请注明申报渠道：ONLINE（网上）或 WINDOW（窗口）");
        }
        return ofApplicants(read, faults);
    }

    /** What is handed in instead of parts of an application. */
    public static Filing.Changes changes(JsonNode tree) {
        Faults faults = new Faults();
        Filing read = ofApplicants(readable(tree, faults), faults);
        return new Filing.Changes(read, Set.copyOf(tree.propertyNames()), faults.list());
    }

    private static Filing ofApplicants(Filing read, Faults faults) {
        if (read.channel() != Channel.PROVINCE) {
            return read;
        }
        Code.UNKNOWN.add(faults, "/channel", "申报渠道应为 ONLINE（网上）或 WINDOW（窗口）");
        return read.through(null);
    }

    private static Filing readable(JsonNode tree, Faults faults) {
        Filing filing = bound(tree, faults);
        JsonNode form = tree.path(FORM);
        if (form.isMissingNode() || form.isNull()) {
            return filing;
        }
        if (form.isObject()) {
            return filing.with(form);
        }
        Code.WRONG_TYPE.add(faults, "/form", "表单应为对象：字段名到值");
        return filing;
    }

    /** All but the form, whose fields only the catalogue knows. */
    private static Filing bound(JsonNode tree, Faults faults) {
        JsonNode rest = tree instanceof ObjectNode object && object.has(FORM)
                ? object.deepCopy().without(FORM)
                : tree;
        for (int pass = 0; pass < PASSES; pass++) {
            switch (Forms.read(rest, Filing.class)) {
                case Form.Whole<Filing>(Filing filing) -> {
                    return filing;
                }
                case Form.Faulty<Filing>(List<Fault> found) -> {
                    faults.addAll(found);
                    if (!rest.isObject()) {
                        return Filing.NOTHING;
                    }
                    rest = without(rest, found);
                }
            }
        }
        return Filing.NOTHING;
    }

    /** Without what the faults point at; an object in a list stays there empty, so that the others keep their places. */
    private static JsonNode without(JsonNode tree, List<Fault> faults) {
        ObjectNode rest = (ObjectNode) tree.deepCopy();
        faults.reversed().forEach(fault -> remove(rest, fault.pointer().split("/"), 1));
        return rest;
    }

    private static void remove(JsonNode node, String[] steps, int depth) {
        if (depth >= steps.length) {
            return;
        }
        String name = steps[depth].replace("~1", "/").replace("~0", "~");
        JsonNode child = node.isArray() ? node.get(Integer.parseInt(name)) : node.get(name);
        boolean last = depth == steps.length - 1;
        if (!last && child != null && child.isContainer()) {
            remove(child, steps, depth + 1);
        } else if (node instanceof ArrayNode texts && TEXTS.equals(steps[1])) {
            texts.remove(Integer.parseInt(name));
        } else if (node instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), JsonNodeFactory.instance.objectNode());
        } else if (node instanceof ObjectNode object && object.remove(name) == null) {
            // A name that cannot even be written down in a pointer.
            object.removeAll();
        }
    }
}
