package org.lianban.intake.checking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.IntakeEvent.FormShare;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.text.Characters;
import tools.jackson.databind.JsonNode;

/** 审查: runs every policy, online, at the window and for the province alike (线上线下同标准). */
public final class Checker {
    static final List<Policy> POLICIES = List.of(new OneThingPolicy(), new ScenarioPolicy(), new PartyPolicy(),
            new FormValues.FormPolicy(), new MaterialPolicy(), new PromisePolicy());

    private Checker() {}

    /**
     * @param oneThing the version the application falls under, if there is one
     * @param reading faults found while the application was read; gets all the others added
     */
    public static Verdict check(Filing filing, Optional<OneThing> oneThing, CheckContext context, Faults reading) {
        OneThing version = oneThing.orElse(null);
        Choice choice = version == null ? Choice.NOTHING : Choice.of(version, filing.answers());
        JsonNode values = version == null || FormValues.FormPolicy.tooLarge(filing.form())
                ? filing.form()
                : FormValues.read(version, filing.form(), context.today(), reading);
        Examined examined = new Examined(filing.with(values), version, choice, context);
        POLICIES.forEach(policy -> policy.check(examined, reading));
        reading.addAll(context.gathered().faults());
        Channel channel = filing.channel();
        if (!reading.none() || version == null || channel == null) {
            return new Verdict.Faulty(reading.list());
        }
        Extras extras = Special.extras(examined, version);
        return new Verdict.Acceptable(version, channel, choice.items(), pack(examined, version, extras), extras);
    }

    /** What the answers choose, for who asks before anything is handed in. */
    public static List<String> items(OneThing oneThing, Map<String, String> answers) {
        return Choice.of(oneThing, answers).items();
    }

    private static CasePack pack(Examined examined, OneThing oneThing, Extras extras) {
        Filing filing = examined.filing();
        Filing.Person agent = filing.agent();
        List<MaterialRef> materials = new ArrayList<>();
        filing.materials().forEach(m -> materials.add(reference(m, oneThing, examined.context())));
        materials.addAll(Special.standIns(extras, oneThing));
        return new CasePack(Objects.requireNonNull(filing.applicant()).party().orElseThrow(),
                agent == null ? null : agent.party().orElseThrow(),
                examined.choice().answers(), filing.form(), List.copyOf(materials), extras.priority() != null);
    }

    /** 信任等级: C for what is uploaded, unless it comes from the applicant's profile; paper has none before a clerk sees it. */
    static MaterialRef reference(Filing.Handed handed, OneThing oneThing, CheckContext context) {
        String code = Objects.requireNonNull(handed.code());
        MaterialRef.Form form = Objects.requireNonNull(handed.form());
        @Nullable
        StoredMaterial file = form == MaterialRef.Form.PAPER || handed.digest() == null
                ? null
                : context.stored().get(handed.digest());
        String name = Special.name(oneThing, code);
        return file == null
                ? new MaterialRef(code, name, form, null, null, 0)
                : new MaterialRef(code, name, form, file.digest(), file.mediaType(), file.bytes(), null,
                        context.gathered().reusable().getOrDefault(file.digest(), MaterialRef.Grade.C));
    }

    /** 审查规则: one rule; adds every breach it finds. */
    @FunctionalInterface
    public interface Policy {
        void check(Examined application, Faults faults);
    }

    /**
     * What a policy looks at.
     *
     * @param oneThing the version the application falls under; null: there is none
     */
    public record Examined(Filing filing, @Nullable OneThing oneThing, Choice choice, CheckContext context) {

        Map<String, StoredMaterial> stored() {
            return context.stored();
        }

        LocalDate today() {
            return context.today();
        }
    }

    /** What the check of an application came to. */
    public sealed interface Verdict {

        /** @param items chosen item numbers, ascending, never empty */
        record Acceptable(OneThing oneThing, Channel channel, List<String> items, CasePack pack,
                Extras extras) implements Verdict {

            /** With the share of the form that was counted before, unless it is counted anew. */
            public Acceptable keeping(@Nullable FormShare before) {
                return before == null || extras.form() != null
                        ? this
                        : new Acceptable(oneThing, channel, items, pack, new Extras(extras.test(), extras.priority(),
                                extras.addressee(), extras.promises(), extras.exemptions(), before, extras.consents(),
                                extras.keep()));
            }
        }

        /** @param faults every one, never empty */
        record Faulty(List<Fault> faults) implements Verdict {}
    }

    /**
     * What a check needs to know besides the application and the catalogue.
     *
     * @param stored the uploaded files it refers to, by digest
     * @param today in China
     * @param stage for a one-thing that takes no applications, why; null otherwise
     */
    public record CheckContext(Map<String, StoredMaterial> stored, LocalDate today, Instant now, Gathered gathered,
            @Nullable Stage stage) {}

    /**
     * 情形: what the answers choose.
     *
     * @param answers with the defaults of questions that were not answered
     * @param items item numbers, ascending
     */
    public record Choice(Map<String, String> answers, List<String> items) {
        static final Choice NOTHING = new Choice(Map.of(), List.of());

        static Choice of(OneThing oneThing, Map<String, String> given) {
            Map<String, String> answers = new LinkedHashMap<>();
            Set<String> items = new TreeSet<>();
            oneThing.items().stream().filter(item -> item.group() == null).forEach(item -> items.add(item.no()));
            for (OneThing.Question question : oneThing.questions()) {
                String answer = given.getOrDefault(question.id(), question.defaultAnswer());
                if (answer != null) {
                    question.options().stream().filter(option -> option.value().equals(answer)).forEach(option -> {
                        answers.put(question.id(), answer);
                        items.addAll(option.items());
                    });
                }
            }
            return new Choice(answers, List.copyOf(items));
        }

        /**
         * Whether something is needed for the chosen items.
         *
         * @param ofItems empty: for all
         */
        boolean needs(List<String> ofItems) {
            return ofItems.isEmpty() || ofItems.stream().anyMatch(items::contains);
        }
    }

    /** 一件事 known in the region, and effective. */
    public static final class OneThingPolicy implements Checker.Policy {
        @Override
        public void check(Checker.Examined application, Faults faults) {
            Filing filing = application.filing();
            String region = filing.region();
            Code.MISSING.where(region == null, faults, "/region", "请填写办理地区的行政区划代码");
            if (filing.oneThing() == null) {
                Code.MISSING.add(faults, "/oneThing", "请选择要办理的“一件事”");
            } else if (region != null && application.oneThing() == null) {
                closed(application, filing.oneThing(), faults);
            }
        }

        private static void closed(Checker.Examined application, String oneThing, Faults faults) {
            Stage stage = application.context().stage();
            if (application.filing().test()) {
                Code.NOT_IN_TESTING.add(faults, "/test", "测试办件只能按联调联测中的版本提交，“" + shown(oneThing) + "”没有这样的版本");
            } else if (stage == Stage.SUSPENDED) {
                Code.SUSPENDED.add(faults, "/oneThing", "“" + shown(oneThing) + "”已暂停办理，恢复后再申请");
            } else if (stage == Stage.RETIRED) {
                Code.RETIRED.add(faults, "/oneThing", "“" + shown(oneThing) + "”已废止，不再办理");
            } else {
                Code.UNKNOWN.add(faults, "/oneThing", "该地区没有正在实施的“一件事”：" + shown(oneThing));
            }
        }

        private static String shown(String text) {
            return Characters.cut(text, 50);
        }
    }

    /** 情形问答: questions known, options allowed, mandatory ones answered, at least one item chosen. */
    public static final class ScenarioPolicy implements Checker.Policy {
        @Override
        public void check(Checker.Examined application, Faults faults) {
            OneThing oneThing = application.oneThing();
            if (oneThing == null) {
                return;
            }
            Map<String, String> given = application.filing().answers();
            boolean complete = true;
            for (Map.Entry<String, String> answer : given.entrySet()) {
                complete &= known(oneThing.questions(), answer, faults);
            }
            for (OneThing.Question question : oneThing.questions()) {
                if (!given.containsKey(question.id()) && question.defaultAnswer() == null) {
                    Code.MISSING.add(faults, "/answers" + Faults.step(question.id()), "请回答：" + question.text());
                    complete = false;
                }
            }
            Code.NO_ITEM_CHOSEN.where(complete && application.choice().items().isEmpty(), faults, "/answers",
                    "所选情形没有任何需要办理的事项");
        }

        private static boolean known(List<OneThing.Question> questions, Map.Entry<String, String> answer,
                Faults faults) {
            String pointer = "/answers" + Faults.step(answer.getKey());
            Optional<OneThing.Question> question = questions.stream().filter(q -> q.id().equals(answer.getKey()))
                    .findFirst();
            if (question.isEmpty()) {
                Code.UNKNOWN.add(faults, pointer, "没有这个情形问题");
                return false;
            }
            List<OneThing.Option> options = question.get().options();
            if (options.stream().noneMatch(option -> option.value().equals(answer.getValue()))) {
                Code.NOT_AN_OPTION.add(faults, pointer, "“" + question.get().text() + "”的答案应为："
                        + options.stream().map(o -> o.value() + "（" + o.label() + "）")
                                .collect(Collectors.joining("、")));
                return false;
            }
            return true;
        }
    }
}
