package org.lianban.intake.checking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.intake.checking.Filing.Handed;
import org.lianban.intake.checking.Filing.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads an application out of JSON without giving up at the first wrong type: each is a fault with its pointer.
 * Members it does not know are passed over, so that a newer client is not refused.
 */
public final class FilingReader {
    /** Answers, and materials, of one application. */
    static final int MAX_ENTRIES = 200;

    private final JsonNode root;
    private final Faults faults;

    private FilingReader(JsonNode root, Faults faults) {
        this.root = root;
        this.faults = faults;
    }

    /** @param channel of the door; null where the message names it */
    public static Filing read(JsonNode root, @Nullable Channel channel, Faults faults) {
        if (!root.isObject()) {
            faults.add("", Code.WRONG_TYPE, "申请应为 JSON 对象");
        }
        FilingReader r = new FilingReader(root, faults);
        return new Filing(r.text("region"), r.text("oneThing"), channel == null ? r.channel() : channel,
                r.text("window"), r.flag("receive"), r.person("applicant"), r.person("agent"), r.answers(), r.form(),
                r.materials(), AdditionsReader.read(root, faults));
    }

    /** Takes what a resubmission names and keeps the rest. */
    public static Filing readOver(Filing before, JsonNode root, Faults faults) {
        if (!root.isObject()) {
            faults.add("", Code.WRONG_TYPE, "补正内容应为 JSON 对象");
        }
        FilingReader r = new FilingReader(root, faults);
        return new Filing(before.region(), before.oneThing(), root.has("channel") ? r.channel() : before.channel(),
                before.window(), r.flag("receive"), root.has("applicant") ? r.person("applicant") : before.applicant(),
                root.has("agent") ? r.person("agent") : before.agent(),
                root.has("answers") ? r.answers() : before.answers(), root.has("form") ? r.form() : before.form(),
                root.has("materials") ? r.materials() : before.materials(),
                AdditionsReader.readOver(before.additions(), root, faults));
    }

    private @Nullable String text(String name) {
        return text(root, name, "");
    }

    private @Nullable String text(JsonNode parent, String name, String pointer) {
        JsonNode node = parent.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            faults.add(pointer + Faults.step(name), Code.WRONG_TYPE, "应为文本");
            return null;
        }
        String text = node.stringValue().strip();
        return text.isEmpty() ? null : text;
    }

    private boolean flag(String name) {
        JsonNode node = root.get(name);
        if (node == null || node.isNull()) {
            return false;
        }
        if (!node.isBoolean()) {
            faults.add(Faults.step(name), Code.WRONG_TYPE, "应为 true 或 false");
            return false;
        }
        return node.booleanValue();
    }

    private @Nullable Channel channel() {
        String text = text("channel");
        if (text != null) {
            for (Channel channel : List.of(Channel.ONLINE, Channel.WINDOW)) {
                if (channel.name().equals(text)) {
                    return channel;
                }
            }
            faults.add("/channel", Code.UNKNOWN, "申报渠道应为 ONLINE（网上）或 WINDOW（窗口）");
        } else if (!root.path("channel").isValueNode() || root.path("channel").isNull()) {
            faults.add("/channel", Code.MISSING, "请注明申报渠道：ONLINE（网上）或 WINDOW（窗口）");
        }
        return null;
    }

    private @Nullable Person person(String name) {
        JsonNode node = root.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        String pointer = Faults.step(name);
        if (!node.isObject()) {
            faults.add(pointer, Code.WRONG_TYPE, "应为对象：name、idType、idNumber、phone");
            return new Person(null, null, null, null);
        }
        return new Person(text(node, "name", pointer), text(node, "idType", pointer), text(node, "idNumber", pointer),
                text(node, "phone", pointer));
    }

    private Map<String, String> answers() {
        JsonNode node = root.get("answers");
        Map<String, String> answers = new LinkedHashMap<>();
        if (node == null || node.isNull() || !container(node, node.isObject(), "/answers", "应为对象：问题编号到答案")) {
            return answers;
        }
        node.properties().forEach(entry -> {
            String answer = text(node, entry.getKey(), "/answers");
            if (answer != null) {
                answers.put(entry.getKey(), answer);
            }
        });
        return answers;
    }

    private JsonNode form() {
        JsonNode node = root.get("form");
        if (node == null || node.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        return container(node, node.isObject(), "/form", "表单应为对象：字段名到值")
                ? node
                : JsonNodeFactory.instance.objectNode();
    }

    private List<Handed> materials() {
        JsonNode node = root.get("materials");
        List<Handed> materials = new ArrayList<>();
        if (node == null || node.isNull() || !container(node, node.isArray(), "/materials", "应为材料的列表")) {
            return materials;
        }
        for (int i = 0; i < node.size(); i++) {
            JsonNode one = node.get(i);
            String pointer = "/materials/" + i;
            if (one.isObject()) {
                materials.add(new Handed(text(one, "code", pointer), text(one, "form", pointer),
                        text(one, "digest", pointer)));
            } else {
                faults.add(pointer, Code.WRONG_TYPE, "应为对象：code、form、digest");
                materials.add(new Handed("", null, null));
            }
        }
        return materials;
    }

    private boolean container(JsonNode node, boolean fits, String pointer, String expected) {
        if (!fits) {
            faults.add(pointer, Code.WRONG_TYPE, expected);
        } else if (node.size() > MAX_ENTRIES) {
            faults.add(pointer, Code.TOO_MANY, "最多 " + MAX_ENTRIES + " 项");
            return false;
        }
        return fits;
    }
}
