package org.lianban.intake.application.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.http.Problem;
import org.lianban.intake.checking.Faults;
import org.lianban.intake.custody.Act.Courier;
import org.lianban.intake.parties.identity.CreditCode;
import org.lianban.intake.parties.identity.ResidentId;
import tools.jackson.databind.JsonNode;

/** Reads the members of a command one by one and gathers every fault; a value after {@link #raise} is whole. */
public final class Fields {
    public static final int MAX_TEXT = 500;
    private static final int MAX_LIST = 100;
    private static final String DIGEST = "sha256:[0-9a-f]{64}";

    private final JsonNode root;
    private final String at;
    private final List<Fault> faults;

    public Fields(JsonNode root) {
        this(root, "", new ArrayList<>());
        if (!root.isObject()) {
            fault("", "WRONG_TYPE", "应为 JSON 对象");
        }
    }

    private Fields(JsonNode root, String at, List<Fault> faults) {
        this.root = root;
        this.at = at;
        this.faults = faults;
    }

    public void fault(String pointer, String code, String message) {
        faults.add(new Fault(at + pointer, code, message));
    }

    /** @throws Problem 422 with all of them, when there are any */
    public void raise() {
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(faults);
        }
    }

    private @Nullable JsonNode node(String name) {
        JsonNode node = root.get(name);
        return node == null || node.isNull() ? null : node;
    }

    @Nullable
    public String text(String name, int max) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            fault(Faults.step(name), "WRONG_TYPE", "应为文本");
            return null;
        }
        String text = node.stringValue().strip();
        if (text.length() > max) {
            fault(Faults.step(name), "TOO_LONG", "最长 " + max + " 字");
        } else if (text.indexOf('\0') >= 0) {
            fault(Faults.step(name), "MALFORMED", "不得含有空字符");
        }
        return text.isEmpty() ? null : text;
    }

    /** Empty where it is missing, which is a fault. */
    public String required(String name, int max, String message) {
        String text = text(name, max);
        if (text == null && !faultAt(Faults.step(name))) {
            fault(Faults.step(name), "MISSING", message);
        }
        return text == null ? "" : text;
    }

    private boolean faultAt(String pointer) {
        return faults.stream().anyMatch(f -> f.pointer().equals(at + pointer));
    }

    public String region() {
        String region = required("region", 6, "请填写办理地区的行政区划代码");
        if (!region.isEmpty() && !region.matches("[0-9]{6}")) {
            fault("/region", "MALFORMED", "行政区划代码应为 6 位数字");
        }
        return region;
    }

    @Nullable
    public String digest(String name) {
        String digest = text(name, 80);
        if (digest != null && !digest.matches(DIGEST)) {
            fault(Faults.step(name), "MALFORMED", "应为 sha256: 加 64 位十六进制数字");
        }
        return digest;
    }

    @Nullable
    public Boolean flag(String name) {
        JsonNode node = node(name);
        if (node != null && !node.isBoolean()) {
            fault(Faults.step(name), "WRONG_TYPE", "应为 true 或 false");
            return null;
        }
        return node == null ? null : node.booleanValue();
    }

    public int number(String name, int otherwise, int min, int max) {
        JsonNode node = node(name);
        if (node == null) {
            return otherwise;
        }
        if (!node.isInt() || node.intValue() < min || node.intValue() > max) {
            fault(Faults.step(name), "OUT_OF_RANGE", "应为 " + min + " 至 " + max + " 的整数");
            return otherwise;
        }
        return node.intValue();
    }

    public LocalDate date(String name, LocalDate otherwise) {
        String text = required(name, 10, "请填写日期");
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            fault(Faults.step(name), "MALFORMED", "日期应为 2026-03-02 的形式");
            return otherwise;
        }
    }

    /** The first value where it is missing or unknown, which are faults. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name, 40);
        E[] values = Objects.requireNonNull(type.getEnumConstants());
        for (E value : values) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        if (!faultAt(Faults.step(name))) {
            fault(Faults.step(name), text == null ? "MISSING" : "UNKNOWN", "应为 " + String.join("、",
                    Arrays.stream(values).map(Enum::name).toList()) + " 之一");
        }
        return values[0];
    }

    /** Different texts; empty where there are none. */
    public List<String> texts(String name, String pattern, String message) {
        JsonNode node = node(name);
        List<String> texts = new ArrayList<>();
        if (node == null) {
            return texts;
        }
        if (!node.isArray() || node.size() > MAX_LIST) {
            fault(Faults.step(name), node.isArray() ? "TOO_MANY" : "WRONG_TYPE", "应为最多 " + MAX_LIST + " 个文本的列表");
            return texts;
        }
        for (int i = 0; i < node.size(); i++) {
            JsonNode one = node.get(i);
            if (!one.isString() || !one.stringValue().matches(pattern)) {
                fault(Faults.step(name) + "/" + i, "MALFORMED", message);
            } else if (!texts.contains(one.stringValue())) {
                texts.add(one.stringValue());
            }
        }
        return texts;
    }

    public List<String> materials() {
        return texts("materials", "[A-Za-z0-9_.-]{1,40}", "应为材料编号，例如 m01");
    }

    /** 证件 checked by their own check digits. */
    public Party party(String name, LocalDate today) {
        JsonNode node = node(name);
        if (node == null || !node.isObject()) {
            fault(Faults.step(name), node == null ? "MISSING" : "WRONG_TYPE", "应为对象：name、idType、idNumber、phone");
            return new Party("", Party.IdType.RESIDENT_ID, "", null);
        }
        Fields f = new Fields(node, at + Faults.step(name), faults);
        String who = f.required("name", 100, "请填写姓名或者名称");
        Party.IdType type = f.choice("idType", Party.IdType.class);
        String number = f.required("idNumber", 18, "请填写证件号码").toUpperCase(java.util.Locale.ROOT);
        if (!number.isEmpty() && !f.faultAt("/idType") && !f.faultAt("/idNumber")) {
            (switch (type) {
                case RESIDENT_ID -> ResidentId.fault(number, today);
                case CREDIT_CODE -> CreditCode.fault(number);
            }).ifPresent(wrong -> f.fault("/idNumber", "BAD_CHECK_DIGIT", wrong));
        }
        return new Party(who, type, number, f.text("phone", 30));
    }

    @Nullable
    public Courier courier(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isObject()) {
            fault(Faults.step(name), "WRONG_TYPE", "应为对象：company、number");
            return null;
        }
        Fields f = new Fields(node, at + Faults.step(name), faults);
        String number = f.required("number", 40, "请填写运单号");
        if (!number.isEmpty() && !number.matches("[A-Za-z0-9-]{4,40}")) {
            f.fault("/number", "MALFORMED", "运单号应为 4 至 40 位字母或数字");
        }
        return new Courier(f.required("company", 50, "请填写快递公司"), number);
    }
}
