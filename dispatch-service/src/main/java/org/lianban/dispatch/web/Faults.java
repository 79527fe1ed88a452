package org.lianban.dispatch.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.kit.Fault;
import org.lianban.kit.Problem;
import org.lianban.kit.catalog.CatalogCopy;

/** Gathers everything that is wrong with a request before any of it is said. */
final class Faults {
    private static final int MAX_KEY = 128;

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
