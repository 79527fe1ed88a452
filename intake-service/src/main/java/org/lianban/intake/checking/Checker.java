package org.lianban.intake.checking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import tools.jackson.databind.JsonNode;

/** 审查: runs every policy, online, at the window and for the province alike (线上线下同标准). */
public final class Checker {
    static final List<Policy> POLICIES = List.of(new OneThingPolicy(), new ScenarioPolicy(), new PartyPolicy(),
            new FormPolicy(), new MaterialPolicy(), new PromisePolicy());

    private Checker() {}

    /**
     * @param oneThing the version the application falls under, if there is one
     * @param reading faults found while the application was read; gets all the others added
     */
    public static Verdict check(Filing filing, Optional<OneThing> oneThing, CheckContext context, Faults reading) {
        OneThing version = oneThing.orElse(null);
        Choice choice = version == null ? Choice.NOTHING : Choice.of(version, filing.answers());
        JsonNode values = version == null || FormPolicy.tooLarge(filing.form())
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
}
