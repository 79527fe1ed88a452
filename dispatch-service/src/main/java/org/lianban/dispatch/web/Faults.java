package org.lianban.dispatch.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;

/** Gathers everything that is wrong with a request before any of it is said. */
final class Faults {
    private static final int MAX_KEY = 128;
    private static final int MAX_ITEMS = 99;
    private static final int MAX_NOTE = 500;
    private static final Pattern ITEM = Pattern.compile("[0-9]{2}");

    private final List<Fault> found = new ArrayList<>();

    Verdict verdict(@Nullable String value) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(value)) {
                return verdict;
            }
        }
        found.add(new Fault("/decision", value == null ? "MISSING" : "UNKNOWN", "决定应为 TERMINATE（终止）或 CONTINUE（继续）。"));
        return Verdict.TERMINATE;
    }

    String text(String pointer, @Nullable String value, int maxLength, String missing) {
        if (value == null || value.isBlank()) {
            found.add(new Fault(pointer, "MISSING", missing + "。"));
            return "";
        }
        if (value.length() > maxLength) {
            found.add(new Fault(pointer, "TOO_LONG", "最长 " + maxLength + " 字。"));
        }
        return value.strip();
    }

    String department(@Nullable String id, CatalogCopy catalog) {
        if (id == null || id.isBlank()) {
            found.add(new Fault("/to", "MISSING", "请填写承办部门编号。"));
            return "";
        }
        if (catalog.department(id).isEmpty()) {
            found.add(new Fault("/to", "UNKNOWN_DEPARTMENT", "目录中没有部门 " + id + "。"));
        }
        return id;
    }

    JointActivity.Kind kind(@Nullable String value) {
        for (JointActivity.Kind kind : JointActivity.Kind.values()) {
            if (kind.name().equals(value)) {
                return kind;
            }
        }
        found.add(new Fault("/kind", value == null ? "MISSING" : "UNKNOWN",
                "类型应为 REVIEW（联合评审）、INSPECTION（联合勘验）或 ACCEPTANCE（联合验收）。"));
        return JointActivity.Kind.REVIEW;
    }

    Instant at(@Nullable String value) {
        if (value == null) {
            found.add(new Fault("/at", "MISSING", "请填写时间。"));
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException unreadable) {
            found.add(new Fault("/at", "UNREADABLE", "时间应为 2026-03-05T09:00:00+08:00 的形式。"));
            return Instant.EPOCH;
        }
    }

    List<String> items(@Nullable List<@Nullable String> values) {
        List<String> items = new ArrayList<>();
        if (values == null || values.isEmpty()) {
            found.add(new Fault("/items", "MISSING", "请填写参加的事项编号。"));
            return items;
        }
        if (values.size() > MAX_ITEMS) {
            found.add(new Fault("/items", "TOO_MANY", "最多 " + MAX_ITEMS + " 个事项。"));
            return items;
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value == null || !ITEM.matcher(value).matches()) {
                found.add(new Fault("/items/" + i, "BAD_NUMBER", "事项编号为两位数字。"));
            } else {
                items.add(value);
            }
        }
        return items;
    }

    @Nullable
    String note(@Nullable String value) {
        if (value != null && value.length() > MAX_NOTE) {
            found.add(new Fault("/note", "TOO_LONG", "最长 " + MAX_NOTE + " 字。"));
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    void key(@Nullable String key) {
        if (key != null
                && (key.isBlank() || key.length() > MAX_KEY || key.chars().anyMatch(c -> c <= ' ' || c > '~'))) {
            found.add(new Fault(LeadController.KEY_HEADER, "BAD_KEY", "应为 1 至 " + MAX_KEY + " 个可见 ASCII 字符。"));
        }
    }

    /** @throws Problem 422 with all of them, if there are any */
    void raise() {
        if (!found.isEmpty()) {
            throw Problem.unprocessable(found);
        }
    }
}
