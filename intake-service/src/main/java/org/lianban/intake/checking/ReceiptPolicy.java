package org.lianban.intake.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Faults;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.OmitFalse;
import org.lianban.contracts.catalog.MaterialRules.ReviewPoint;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.checking.Filing.Checked;

/**
 * 收件核验 (行政许可法 32): every review point of every material that was handed in is answered, originals are seen where
 * the list says so, and nothing was found wanting. What was found wanting is the content of the correction notice.
 */
public final class ReceiptPolicy {
    private static final String LIST = "/checks";

    private ReceiptPolicy() {}

    /** @param faults gets everything that stands against the receipt */
    public static void check(OneThing oneThing, CasePack pack, List<Checked> checks, Faults faults) {
        read(pack, oneThing, checks, faults);
        for (MaterialRef handed : pack.materials()) {
            Optional<OneThing.Material> material = listed(oneThing, handed.code());
            if (handed.form().handedIn() && material.isPresent()) {
                Optional<Checked> answer = checks.stream().filter(c -> handed.code().equals(c.material())).findFirst();
                require(material.get(), handed, answer, faults);
            }
        }
    }

    /** What can be said of the answers by themselves. */
    private static void read(CasePack pack, OneThing oneThing, List<Checked> checks, Faults faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < checks.size(); i++) {
            Checked check = checks.get(i);
            String at = LIST + "/" + i;
            String code = check.material();
            if (code == null) {
                Code.MISSING.add(faults, at + "/material", "请注明材料编号");
            } else if (pack.materials().stream().noneMatch(m -> m.form().handedIn() && m.code().equals(code))
                    || !seen.add(code)) {
                Code.NOT_IN_LIST.add(faults, at + "/material", "本次申请没有提交此材料，或者重复核验");
            } else {
                points(listed(oneThing, code).map(m -> m.rules().reviewPoints()).orElse(List.of()), check, at, faults);
            }
        }
    }

    private static void points(List<ReviewPoint> points, Checked check, String at, Faults faults) {
        for (int i = 0; i < check.points().size(); i++) {
            Filing.Point answer = check.points().get(i);
            Code.UNKNOWN.where(points.stream().noneMatch(p -> p.id().equals(answer.id())), faults,
                    at + "/points/" + i + "/id", "该材料没有此审查要点");
        }
    }

    private static void require(OneThing.Material material, MaterialRef handed, Optional<Checked> check,
            Faults faults) {
        String name = "“" + material.name() + "”";
        boolean needsOriginal = material.rules().original() && handed.trust() != MaterialRef.Grade.A
                && handed.trust() != MaterialRef.Grade.B;
        if (check.isPresent()) {
            refuse(check.get().present(), Code.NOT_PASSED, name + "未收到", faults);
            refuse(check.get().formOk(), Code.NOT_PASSED, name + "不符合法定形式", faults);
        }
        Code.ORIGINAL_NOT_CHECKED.where(
                needsOriginal && !Boolean.TRUE.equals(check.map(Checked::originalChecked).orElse(null)), faults, LIST,
                name + "须核对原件");
        for (ReviewPoint point : material.rules().reviewPoints()) {
            Boolean pass = check.flatMap(c -> answer(c, point)).map(Filing.Point::pass).orElse(null);
            if (pass == null) {
                Code.UNANSWERED.add(faults, LIST, name + "的审查要点未答复：" + point.text());
            } else {
                refuse(pass, Code.NOT_PASSED, name + "的审查要点不符：" + point.text(), faults);
            }
        }
    }

    private static void refuse(@Nullable Boolean found, Code code, String message, Faults faults) {
        if (Boolean.FALSE.equals(found)) {
            code.add(faults, LIST, message);
        }
    }

    private static Optional<Filing.Point> answer(Checked check, ReviewPoint point) {
        return check.points().stream().filter(p -> point.id().equals(p.id())).findFirst();
    }

    private static Optional<OneThing.Material> listed(OneThing oneThing, String code) {
        return oneThing.materials().stream().filter(m -> m.code().equals(code)).findFirst();
    }

    /** Of checks without faults: what is kept with the receipt. */
    public static List<Review> reviews(List<Checked> checks) {
        return checks.stream().map(ReceiptPolicy::review).toList();
    }

    private static Review review(Checked check) {
        Map<String, String> remarks = new LinkedHashMap<>();
        List<String> met = new ArrayList<>();
        for (Filing.Point point : check.points()) {
            String id = Objects.requireNonNull(point.id());
            if (Boolean.TRUE.equals(point.pass())) {
                met.add(id);
            }
            if (point.remark() != null) {
                remarks.put(id, point.remark());
            }
        }
        return new Review(Objects.requireNonNull(check.material()), Boolean.TRUE.equals(check.originalChecked()), met,
                check.remark(), remarks);
    }

    /** 信任等级 B for what was compared with its original. */
    public static CasePack graded(CasePack pack, List<Review> reviews) {
        Set<String> seen = new HashSet<>();
        reviews.stream().filter(Review::originalChecked).map(Review::material).forEach(seen::add);
        if (seen.isEmpty()) {
            return pack;
        }
        List<MaterialRef> materials = new ArrayList<>();
        for (MaterialRef m : pack.materials()) {
            materials.add(seen.contains(m.code()) && m.trust() != MaterialRef.Grade.A
                    ? new MaterialRef(m.code(), m.name(), m.form(), m.digest(), m.mediaType(), m.bytes(), m.sm3(),
                            MaterialRef.Grade.B)
                    : m);
        }
        return new CasePack(pack.applicant(), pack.agent(), pack.answers(), pack.form(), List.copyOf(materials),
                pack.priority());
    }

    /** 补正内容 that follows from what the clerk found: which point, by which standard, how to mend it, how it looks. */
    public static List<Defect> defects(OneThing oneThing, List<Checked> checks) {
        List<Defect> defects = new ArrayList<>();
        for (Checked check : checks) {
            listed(oneThing, String.valueOf(check.material())).ifPresent(m -> defects(m, check, defects));
        }
        return defects;
    }

    private static void defects(OneThing.Material material, Checked check, List<Defect> defects) {
        String target = "material:" + material.code();
        String name = "“" + material.name() + "”";
        String remark = check.remark() == null ? "" : "：" + check.remark();
        if (Boolean.FALSE.equals(check.present())) {
            defects.add(new Defect(target, name + "未提交" + remark, "请提交" + name, null, material.rules().sample()));
        }
        if (Boolean.FALSE.equals(check.originalChecked()) && material.rules().original()) {
            defects.add(new Defect(target, name + "的原件未核对" + remark, "请出示原件", null, null));
        }
        if (Boolean.FALSE.equals(check.formOk())) {
            defects.add(new Defect(target, name + "不符合法定形式" + remark, "请按样例更正后重新提交", null, material.rules().sample()));
        }
        for (ReviewPoint point : material.rules().reviewPoints()) {
            answer(check, point).filter(p -> Boolean.FALSE.equals(p.pass())).ifPresent(p -> defects.add(new Defect(
                    target, name + "：" + point.text() + (p.remark() == null ? "不符合要求" : "，" + p.remark()),
                    "应当：" + point.criterion(), point.id(), point.example())));
        }
    }

    /**
     * 收件核验 of one material, by the clerk who received the application. That it was there and in due form goes without
     * saying, for otherwise there is no receipt.
     *
     * @param originalChecked 已核对原件
     * @param met 审查要点 that the clerk found met, by id: all of the version's
     * @param remarks on single points, by id
     */
    public record Review(String material, @OmitFalse boolean originalChecked, @OmitEmpty List<String> met,
            @Nullable String remark, @Nullable Map<String, String> remarks) {

        public Review {
            met = met == null ? List.of() : List.copyOf(met);
            remarks = remarks == null || remarks.isEmpty() ? null : Map.copyOf(remarks);
        }
    }
}
