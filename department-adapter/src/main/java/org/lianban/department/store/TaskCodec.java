package org.lianban.department.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.JointActivity;
import org.lianban.department.task.Answered;
import org.lianban.department.task.Extras.Mark;
import org.lianban.department.task.Extras;
import org.lianban.department.task.Status;
import org.lianban.department.task.Task;
import org.lianban.security.PersonalDataCipher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A task as compact JSON: short names, nothing that the catalogue knows. */
public record TaskCodec(JsonMapper json, PersonalDataCipher cipher) {
    /** Adding a field is allowed; changing one is a migration. */
    private record Row(String c, String i, ItemKind k, String d, @Nullable List<String> o, String s,
            @Nullable List<String> w, boolean p, boolean m, int e, long q, int n, Instant t, Instant u,
            @Nullable List<List<String>> a, @Nullable String f, @Nullable Long h, @Nullable List<JointRow> j,
            @Nullable List<MaterialRef> g, @Nullable String y) {}

    private record JointRow(JointActivity a, boolean c) {}

    String write(Task task) {
        return json.writeValueAsString(new Row(task.id().caseNo(), task.id().itemNo(), task.id().kind(),
                task.department(), some(task.others()), task.status().text(), some(task.open()), task.dependent(),
                task.mayDecide(), task.epoch(), task.sequence(), task.deliveries(), task.dispatchedAt(), task.since(),
                some(task.answers().stream().map(TaskCodec::texts).toList()), flags(task.extras()),
                task.extras().resultHeard() == 0 ? null : task.extras().resultHeard(),
                some(task.extras().joints().stream().map(j -> new JointRow(j.activity(), j.concluded())).toList()),
                some(task.extras().supplements()), sealed(task.extras().form())));
    }

    Task read(String body) {
        Row r = json.readValue(body, Row.class);
        return new Task(new Task.Identity(r.c, r.i, r.k), r.d, all(r.o), Status.parse(r.s), all(r.w), r.p, r.m, r.e,
                r.q, r.n, r.t, r.u, all(r.a).stream().map(TaskCodec::answered).toList(), extras(r));
    }

    /** One letter for each mark: priority, corrected, failed pre-review, extended, filed. */
    private static char letter(Mark mark) {
        return switch (mark) {
            case PRIORITY -> 'p';
            case CORRECTED -> 'c';
            case PRE_REVIEW_FAILED -> 'r';
            case EXTENDED -> 'e';
            case FILED -> 'f';
        };
    }

    private static @Nullable String flags(Extras extras) {
        if (extras.marks().isEmpty()) {
            return null;
        }
        StringBuilder flags = new StringBuilder();
        for (Mark mark : Mark.values()) {
            if (extras.has(mark)) {
                flags.append(letter(mark));
            }
        }
        return flags.toString();
    }

    /** Corrected fields are personal data. */
    private @Nullable String sealed(@Nullable JsonNode form) {
        return form == null ? null : cipher.seal(json.writeValueAsString(form));
    }

    private Extras extras(Row r) {
        if (r.f == null && r.h == null && r.j == null && r.g == null && r.y == null) {
            return Extras.NONE;
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            if (r.f != null && r.f.indexOf(letter(mark)) >= 0) {
                marks.add(mark);
            }
        }
        return new Extras(marks, r.h == null ? 0 : r.h,
                all(r.j).stream().map(j -> new Extras.Joint(j.a, j.c)).toList(), all(r.g),
                r.y == null ? null : json.readTree(cipher.open(r.y)));
    }

    private static <T> @Nullable List<T> some(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static <T> List<T> all(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static List<String> texts(Answered a) {
        String status = a.status().name().substring(0, 1);
        return a.by() == null
                ? List.of(a.replyId(), a.fingerprint(), status, text(a.code()))
                : List.of(a.replyId(), a.fingerprint(), status, text(a.code()), a.by());
    }

    private static Answered answered(List<String> t) {
        return new Answered(t.get(0), t.size() > 4 ? t.get(4) : null, t.get(1),
                t.get(2).equals("A") ? ReplyAnswer.Status.APPLIED : ReplyAnswer.Status.REJECTED,
                t.get(3).isEmpty() ? null : t.get(3));
    }

    private static String text(@Nullable String code) {
        return code == null ? "" : code;
    }
}
