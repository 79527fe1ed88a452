package org.lianban.intake.application.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.Defect;
import org.lianban.http.Problem;
import org.lianban.intake.checking.Additions.Checked;
import org.lianban.intake.checking.AdditionsReader;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Faults;
import tools.jackson.databind.JsonNode;

/** Reads the small commands, all faults at once. */
public final class Bodies {
    static final String DEFAULT_REASON = "申请人撤回申请";
    private static final int MAX_DEFECTS = 100;
    private static final int MAX_TEXT = 500;
    private static final int MAX_ITEMS = 99;

    private Bodies() {}

    /** 收件核验, as a receipt or a correction notice brings it. */
    static List<Checked> checks(JsonNode body) {
        Faults faults = new Faults();
        List<Checked> checks = AdditionsReader.checks(body, faults);
        raise(faults);
        return checks;
    }

    /** @param checked whether the notice brings checks, which may say it all */
    static List<Defect> defects(JsonNode body, boolean checked) {
        Faults faults = new Faults();
        List<Defect> defects = new ArrayList<>();
        JsonNode list = body.get("defects");
        if (checked && (list == null || list.isNull())) {
            return defects;
        }
        if (list == null || !list.isArray() || list.isEmpty()) {
            faults.add("/defects", Code.MISSING, "请一次列明全部需补正的内容");
        } else if (list.size() > MAX_DEFECTS) {
            faults.add("/defects", Code.TOO_MANY, "最多 " + MAX_DEFECTS + " 项");
        } else {
            for (int i = 0; i < list.size(); i++) {
                String at = "/defects/" + i;
                String target = text(list.get(i), "target", at, true, faults);
                String problem = text(list.get(i), "problem", at, true, faults);
                defects.add(new Defect(target == null ? "" : target, problem == null ? "" : problem,
                        text(list.get(i), "remedy", at, false, faults),
                        text(list.get(i), "reviewPoint", at, false, faults),
                        text(list.get(i), "example", at, false, faults)));
            }
        }
        raise(faults);
        return defects;
    }

    /** @return item numbers, empty for all */
    static List<String> items(JsonNode body) {
        Faults faults = new Faults();
        List<String> items = new ArrayList<>();
        JsonNode list = body.get("items");
        if (list != null && !list.isNull()) {
            if (!list.isArray() || list.size() > MAX_ITEMS || list.isEmpty()) {
                faults.add("/items", Code.WRONG_TYPE, "应为 1 至 " + MAX_ITEMS + " 个事项编号；不写表示全部撤回");
            } else {
                for (int i = 0; i < list.size(); i++) {
                    JsonNode no = list.get(i);
                    if (no.isString() && no.stringValue().matches("[0-9]{2}")) {
                        items.add(no.stringValue());
                    } else {
                        faults.add("/items/" + i, Code.MALFORMED, "事项编号应为两位数字");
                    }
                }
            }
        }
        raise(faults);
        return items;
    }

    static String reason(JsonNode body) {
        Faults faults = new Faults();
        String reason = text(body, "reason", "", false, faults);
        raise(faults);
        return reason == null ? DEFAULT_REASON : reason;
    }

    private static @Nullable String text(JsonNode parent, String name, String at, boolean required, Faults faults) {
        JsonNode node = parent.get(name);
        if (node == null || node.isNull() || node.isString() && node.stringValue().isBlank()) {
            if (required) {
                faults.add(at + "/" + name, Code.MISSING, "请填写");
            }
            return null;
        }
        if (!node.isString()) {
            faults.add(at + "/" + name, Code.WRONG_TYPE, "应为文本");
            return null;
        }
        String text = node.stringValue().strip();
        if (text.length() > MAX_TEXT) {
            faults.add(at + "/" + name, Code.TOO_LONG, "最长 " + MAX_TEXT + " 字");
        }
        return text;
    }

    private static void raise(Faults faults) {
        if (!faults.none()) {
            throw Problem.unprocessable(faults.list());
        }
    }
}
