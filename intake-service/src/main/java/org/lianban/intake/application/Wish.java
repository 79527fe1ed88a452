package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.Defect;

/**
 * 部门补正: what a department asked for after the receipt, once, before it accepts.
 *
 * @param noticeNo of the notice that told the applicant
 * @param answeredAt null while it waits for the applicant
 */
public record Wish(String item, String noticeNo, List<Defect> defects, @Nullable Instant dueAt, Instant askedAt,
        @Nullable Instant answeredAt) {
    private static final String MATERIAL = "material:";
    private static final String FORM = "form:";

    public Wish {
        defects = List.copyOf(defects);
    }

    public boolean open() {
        return answeredAt == null;
    }

    /** Codes of the materials that were asked for; a defect may name a review point after {@code #}. */
    public List<String> materials() {
        return named(MATERIAL);
    }

    /** Names of the form fields that were asked for. */
    public List<String> fields() {
        return named(FORM);
    }

    private List<String> named(String kind) {
        return defects.stream().map(Defect::target).filter(t -> t.startsWith(kind))
                .map(t -> t.substring(kind.length()).replaceAll("#.*", "")).distinct().toList();
    }

    Wish answered(Instant at) {
        return new Wish(item, noticeNo, defects, dueAt, askedAt, at);
    }
}
