package org.lianban.intake.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.form.Field;
import org.lianban.intake.access.Headers;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Lapsed;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;
import org.lianban.intake.commands.Conflict;
import org.lianban.intake.custody.Act.Courier;
import org.lianban.intake.custody.Original.Step;
import org.lianban.text.TextKind;

/** Decides what may be done with originals; changes nothing. */
public final class Custodian {

    /** @param oneThing the version the case was filed under */
    public record Scene(Filed state, OneThing oneThing, Custody custody, Actor actor, Instant now) {}

    private Custodian() {}

    public static Decision<Act> decide(Scene scene, Handover command) {
        if (scene.state() instanceof Submitted || scene.state() instanceof CorrectionNotified) {
            return Decision.refused(Conflict.NOT_YET_RECEIVED, "申请尚未收件，原件仍由申请人或者窗口随申请保管");
        }
        return switch (command) {
            case Handover.Transfer transfer -> transfer(scene, transfer);
            case Handover.Retain retain -> retain(scene, retain);
            case Handover.Return back -> giveBack(scene, back);
        };
    }

    private static Decision<Act> transfer(Scene scene, Handover.Transfer command) {
        List<Fault> faults = new ArrayList<>();
        List<String> leads = leads(scene);
        String to = Optional.ofNullable(command.to()).orElse(leads.isEmpty() ? null : leads.getFirst());
        if (to == null) {
            faults.add(new Fault("/to", "MISSING", "“一件事”没有登记牵头部门，请写明原件交给哪个部门"));
        } else if (!leads.isEmpty() && !leads.contains(to)) {
            faults.add(new Fault("/to", "NOT_THE_LEAD", "原件由牵头部门统一留存，应交给 " + String.join("、", leads)));
        }
        return decided(scene, command, Step.TRANSFER, faults,
                codes -> new Act.Transferred(codes, from(scene), Objects.requireNonNull(to), command.receiver(),
                        command.courier(), scene.actor().text(), scene.now()));
    }

    /** Only the department that leads, and whoever signs in for it, can say that it has them. */
    private static Decision<Act> retain(Scene scene, Handover.Retain command) {
        List<String> leads = leads(scene);
        String mine = Stream.of(scene.actor().id(), scene.actor().onBehalfOf()).filter(Objects::nonNull)
                .filter(leads::contains).findFirst().orElse(leads.isEmpty() ? scene.actor().id() : null);
        List<Fault> faults = mine == null
                ? List.of(new Fault(Headers.ON_BEHALF_OF, "NOT_THE_LEAD", "原件由牵头部门清点留存：" + String.join("、", leads)))
                : List.of();
        return decided(scene, command, Step.RETAIN, faults, codes -> new Act.Retained(codes,
                Objects.requireNonNull(mine), command.place(), scene.actor().text(), scene.now()));
    }

    private static List<String> leads(Scene scene) {
        return Stream.concat(Stream.ofNullable(scene.oneThing().lead()), scene.oneThing().coLeads().stream()).toList();
    }

    private static @Nullable String from(Scene scene) {
        return scene.actor().window() == null ? scene.state().dossier().window() : scene.actor().window();
    }

    private static Decision<Act> giveBack(Scene scene, Handover.Return command) {
        List<String> returnable = Ended.returnable(scene.state(), scene.oneThing());
        if (returnable.isEmpty()) {
            return Decision.refused(Conflict.STILL_HANDLED, "办件没有撤回、终止或者不予办理，原件由牵头部门留存，不能退还");
        }
        List<Fault> faults = new ArrayList<>();
        if (command.signature() == null && command.courier() == null) {
            faults.add(new Fault("/signature", "MISSING", "请上传申请人签收的退还清单；寄递的，请填写快递公司和运单号"));
        }
        List<String> asked = command.materials();
        for (int i = 0; i < asked.size(); i++) {
            if (scene.custody().original(asked.get(i)).isPresent() && !returnable.contains(asked.get(i))) {
                faults.add(new Fault("/materials/" + i, "STILL_NEEDED", "材料 " + asked.get(i) + " 仍有事项需要，不能退还"));
            }
        }
        List<String> narrowed = asked.isEmpty()
                ? scene.custody().ready(Step.RETURN).stream().filter(returnable::contains).toList()
                : asked;
        if (narrowed.isEmpty()) {
            return nothing(Step.RETURN);
        }
        return decided(scene, new Handover.Return(narrowed, command.receiver(), command.signature(),
                command.courier()), Step.RETURN, faults,
                codes -> new Act.Returned(codes, command.receiver(), command.signature(), command.courier(),
                        scene.actor().text(), scene.now()));
    }

    private static Decision<Act> decided(Scene scene, Handover command, Step step, List<Fault> before,
            java.util.function.Function<List<String>, Act> act) {
        List<Fault> faults = new ArrayList<>(before);
        List<String> asked = command.materials();
        for (int i = 0; i < asked.size(); i++) {
            fault(scene.custody(), asked.get(i), step, "/materials/" + i).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            return Decision.refused(Refusal.unacceptable(faults));
        }
        List<String> codes = asked.isEmpty() ? scene.custody().ready(step) : List.copyOf(new TreeSet<>(asked));
        return codes.isEmpty() ? nothing(step) : Decision.accepted(act.apply(codes));
    }

    private static Optional<Fault> fault(Custody custody, String code, Step step, String at) {
        Optional<Original> original = custody.original(code);
        if (original.isEmpty()) {
            return Optional.of(new Fault(at, "NO_ORIGINAL", "窗口没有收取材料 " + code + " 的纸质原件"));
        }
        return original.get().permits(step)
                ? Optional.empty()
                : Optional.of(new Fault(at, "ELSEWHERE",
                        "材料 " + code + " 的原件" + Original.name(original.get().status()) + "，不能"
                                + name(step)));
    }

    private static Decision<Act> nothing(Step step) {
        return Decision.refused(Conflict.WRONG_STATE, "没有可以" + name(step) + "的原件");
    }

    private static String name(Step step) {
        return switch (step) {
            case TRANSFER -> "移交";
            case RETAIN -> "清点留存";
            case RETURN -> "退还";
        };
    }

    /** What is asked to be done with originals. */
    public sealed interface Handover {
        /** Codes; empty: all with which it can be done. */
        List<String> materials();

        /** 移交. @param to department id; null: the lead of the one-thing */
        record Transfer(
                @Field(kind = TextKind.CODE, label = "材料编号", max = 40,
                        example = "[\"m01\",\"m02\"]") List<String> materials,
                @Field(kind = TextKind.CODE, label = "接收部门", example = "410721-gongan") @Nullable String to,
                @Field(label = "接收人", max = 100, example = "县公安局户政窗口 李警官") String receiver,
                @Nullable Courier courier) implements Handover {}

        /** 留存. */
        record Retain(
                @Field(kind = TextKind.CODE, label = "材料编号", max = 40, example = "[\"m01\"]") List<String> materials,
                @Field(label = "存放位置", max = 200, example = "档案室 2 排 3 柜") String place) implements Handover {}

        /** 退还. @param signature digest of the signed list */
        record Return(
                @Field(kind = TextKind.CODE, label = "材料编号", max = 40, example = "[\"m01\"]") List<String> materials,
                @Field(kind = TextKind.PERSON_NAME, label = "领回人", example = "张三") String receiver,
                @Field(kind = TextKind.DIGEST, label = "签收清单摘要", pattern = "sha256:.*",
                        example = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824") @Nullable String signature,
                @Nullable Courier courier) implements Handover {}
    }

    /**
     * 可退还: which materials nobody needs any more, so that their originals go back (新政文〔2024〕62号 附件3: 需要退还申报材料的，
     * 由综合受理窗口工作人员统一退还): all of a case that ended without approval, and those that only withdrawn items needed.
     */
    public static final class Ended {
        private Ended() {}

        /** @param oneThing the version the case was filed under */
        public static List<String> returnable(Filed state, OneThing oneThing) {
            TreeSet<String> codes = state.dossier().pack().materials().stream().map(m -> m.code())
                    .collect(Collectors.toCollection(TreeSet::new));
            return switch (state) {
                case Withdrawn s -> List.copyOf(codes);
                case Settled s -> withoutApproval(s.outcome())
                        ? List.copyOf(codes)
                        : onlyOf(s.withdrawn(), state, oneThing, codes);
                case Received s -> onlyOf(s.withdrawn(), state, oneThing, codes);
                case Lapsed s -> List.copyOf(codes);
                case Submitted s -> List.of();
                case CorrectionNotified s -> List.of();
            };
        }

        private static List<String> onlyOf(List<String> withdrawn, Filed state, OneThing oneThing,
                TreeSet<String> codes) {
            Map<String, OneThing.Material> listed = oneThing.materials().stream()
                    .collect(Collectors.toMap(OneThing.Material::code, m -> m, (a, b) -> a));
            codes.removeIf(code -> stillNeeded(listed.get(code), state.dossier().items(), withdrawn));
            return List.copyOf(codes);
        }

        private static boolean stillNeeded(OneThing.@Nullable Material material, List<String> items,
                List<String> withdrawn) {
            List<String> needing = material == null || material.items().isEmpty()
                    ? items
                    : material.items().stream().filter(items::contains).toList();
            return needing.isEmpty() || !withdrawn.containsAll(needing);
        }

        private static boolean withoutApproval(String outcome) {
            return outcome.equals(Outcome.WITHDRAWN.name()) || outcome.equals(Outcome.TERMINATED.name())
                    || outcome.equals(Outcome.NOT_ACCEPTED.name()) || outcome.equals(Outcome.DENIED.name());
        }
    }
}
