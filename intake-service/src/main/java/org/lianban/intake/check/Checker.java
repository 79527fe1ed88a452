package org.lianban.intake.check;

import java.time.LocalDate;
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
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.intake.check.Filing.Handed;
import org.lianban.intake.check.Filing.Person;

/** 审查: runs every policy, online, at the window and for the province alike (线上线下同标准). */
public final class Checker {
    static final List<Policy> POLICIES = List.of(new OneThingPolicy(), new ScenarioPolicy(), new PartyPolicy(),
            new FormPolicy(), new MaterialPolicy());

    private Checker() {}

    /**
     * @param oneThing the version the application falls under, if there is one
     * @param stored the uploaded files it refers to, by digest
     * @param today in China
     * @param reading faults found while the application was read; gets all the others added
     */
    public static Verdict check(Filing filing, Optional<OneThing> oneThing, Map<String, StoredMaterial> stored,
            LocalDate today, Faults reading) {
        OneThing version = oneThing.orElse(null);
        Choice choice = version == null ? Choice.NOTHING : Choice.of(version, filing.answers());
        Examined examined = new Examined(filing, version, choice, stored, today);
        POLICIES.forEach(policy -> policy.check(examined, reading));
        Channel channel = filing.channel();
        if (!reading.none() || version == null || channel == null) {
            return new Verdict.Faulty(reading.list());
        }
        return new Verdict.Acceptable(version, channel, choice.items(), pack(examined, version));
    }

    private static CasePack pack(Examined examined, OneThing oneThing) {
        Filing filing = examined.filing();
        Person agent = filing.agent();
        return new CasePack(party(Objects.requireNonNull(filing.applicant())), agent == null ? null : party(agent),
                examined.choice().answers(), filing.form(),
                filing.materials().stream().map(m -> reference(m, oneThing, examined.stored())).toList());
    }

    private static Party party(Person person) {
        return new Party(Objects.requireNonNull(person.name()),
                Objects.requireNonNull(PartyPolicy.idType(person.idType())),
                Objects.requireNonNull(person.idNumber()).toUpperCase(Locale.ROOT), person.phone());
    }

    private static MaterialRef reference(Handed handed, OneThing oneThing, Map<String, StoredMaterial> stored) {
        String code = Objects.requireNonNull(handed.code());
        MaterialRef.Form form = Objects.requireNonNull(MaterialPolicy.form(handed.form()));
        @Nullable
        StoredMaterial file = form == MaterialRef.Form.PAPER || handed.digest() == null
                ? null
                : stored.get(handed.digest());
        String name = oneThing.materials().stream().filter(m -> m.code().equals(code)).map(Material::name).findFirst()
                .orElse(code);
        return new MaterialRef(code, name, form, file == null ? null : file.digest(),
                file == null ? null : file.mediaType(), file == null ? 0 : file.bytes());
    }
}
