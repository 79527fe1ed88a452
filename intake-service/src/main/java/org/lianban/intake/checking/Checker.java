package org.lianban.intake.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.checking.Filing.Handed;
import org.lianban.intake.checking.Filing.Person;
import org.lianban.intake.materials.StoredMaterial;

/** 审查: runs every policy, online, at the window and for the province alike (线上线下同标准). */
public final class Checker {
    static final List<Policy> POLICIES = List.of(new OneThingPolicy(), new ScenarioPolicy(), new PartyPolicy(),
            new FormPolicy(), new MaterialPolicy(), new PromisePolicy(), new AdditionsPolicy());

    private Checker() {}

    /**
     * @param oneThing the version the application falls under, if there is one
     * @param reading faults found while the application was read; gets all the others added
     */
    public static Verdict check(Filing filing, Optional<OneThing> oneThing, World world, Faults reading) {
        OneThing version = oneThing.orElse(null);
        Choice choice = version == null ? Choice.NOTHING : Choice.of(version, filing.answers());
        Examined examined = new Examined(filing, version, choice, world);
        POLICIES.forEach(policy -> policy.check(examined, reading));
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
        Person agent = filing.agent();
        List<MaterialRef> materials = new ArrayList<>();
        filing.materials().forEach(m -> materials.add(reference(m, oneThing, examined.world())));
        materials.addAll(Special.standIns(extras, oneThing));
        return new CasePack(party(Objects.requireNonNull(filing.applicant())), agent == null ? null : party(agent),
                examined.choice().answers(), filing.form(), List.copyOf(materials), extras.priority() != null);
    }

    private static Party party(Person person) {
        return new Party(Objects.requireNonNull(person.name()),
                Objects.requireNonNull(PartyPolicy.idType(person.idType())),
                Objects.requireNonNull(person.idNumber()).toUpperCase(Locale.ROOT), person.phone());
    }

    /** 信任等级: C for what is uploaded, unless it comes from the applicant's profile; paper has none before a clerk sees it. */
    static MaterialRef reference(Handed handed, OneThing oneThing, World world) {
        String code = Objects.requireNonNull(handed.code());
        MaterialRef.Form form = Objects.requireNonNull(MaterialPolicy.form(handed.form()));
        @Nullable
        StoredMaterial file = form == MaterialRef.Form.PAPER || handed.digest() == null
                ? null
                : world.stored().get(handed.digest());
        String name = Special.name(oneThing, code);
        return file == null
                ? new MaterialRef(code, name, form, null, null, 0)
                : new MaterialRef(code, name, form, file.digest(), file.mediaType(), file.bytes(), null,
                        world.gathered().reusable().getOrDefault(file.digest(), MaterialRef.Grade.C));
    }
}
