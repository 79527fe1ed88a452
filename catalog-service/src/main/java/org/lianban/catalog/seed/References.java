package org.lianban.catalog.seed;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.MaterialRules.Mode;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;

/** 参考要素: rules of items and materials that the lists do not print, a reference until the lead department confirms. */
record References(Yaml document) {
    /**
     * @param flow name of the reference flow; empty where none fits
     * @param letter of the step that the item is; empty where it is none
     */
    ItemRules item(String flow, String letter, ItemKind kind) {
        Optional<Yaml> own = oneThing(flow).flatMap(o -> o.maybe("items")).flatMap(items -> items.maybe(letter));
        List<SpecialProcedure> procedures = kind == ItemKind.LICENSE
                ? document.list("procedures").stream().map(References::procedure).toList()
                : List.of();
        if (own.isEmpty() && procedures.isEmpty()) {
            return ItemRules.NONE;
        }
        String months = own.map(o -> o.text("certificateMonths")).orElse(null);
        return new ItemRules(null, null, null, own.map(o -> o.strings("legalBasis")).orElse(List.of()),
                own.map(o -> o.strings("conditions")).orElse(List.of()), own.map(o -> o.text("fee")).orElse(null),
                own.map(o -> o.text("resultName")).orElse(null), own.map(o -> o.text("certificateType")).orElse(null),
                months == null ? null : Integer.valueOf(months), false,
                own.map(o -> o.flag("instant")).orElse(false), null, procedures, List.of());
    }

    /** @param oneThing canonical name */
    MaterialRules material(String oneThing, String name) {
        return oneThing(oneThing).flatMap(o -> o.maybe("materials")).flatMap(all -> all.maybe(name))
                .map(References::rules).orElse(MaterialRules.NONE);
    }

    Particulars particulars(String oneThing) {
        List<String> ids = oneThing(oneThing).map(o -> o.strings("commitments")).orElse(List.of());
        if (ids.isEmpty()) {
            return Particulars.NONE;
        }
        List<Particulars.CommitmentText> texts = document.list("commitments").stream()
                .map(c -> new Particulars.CommitmentText(c.need("id"), c.number("version"), c.need("title"),
                        c.need("text"), c.need("consequence")))
                .filter(c -> ids.contains(c.id())).toList();
        return new Particulars(List.of(), List.of(), null, null, List.of(), texts, false, List.of(), null);
    }

    private Optional<Yaml> oneThing(String name) {
        return document.at("oneThings").maybe(name);
    }

    private static SpecialProcedure procedure(Yaml p) {
        return new SpecialProcedure(p.need("key"), p.need("name"), SpecialProcedure.Kind.valueOf(p.need("kind")),
                Term.workingDays(p.number("workingDays")), p.flag("pausesPromise"), p.flag("pausesStatutory"),
                p.text("basis"));
    }

    private static MaterialRules rules(Yaml m) {
        return new MaterialRules(m.maybe("exemption").map(References::exemption).orElse(null),
                m.maybe("deferral").map(References::deferral).orElse(null), m.text("commitment"),
                m.list("reviewPoints").stream().map(p -> new MaterialRules.ReviewPoint(p.need("id"), p.need("text"),
                        p.need("criterion"), p.text("example"))).toList(),
                m.flag("original"), m.text("certificateType"), null);
    }

    private static MaterialRules.Exemption exemption(Yaml e) {
        return new MaterialRules.Exemption(MaterialRules.Reason.valueOf(e.need("reason")), mode(e.text("mode")),
                e.need("source"), e.text("legalBasis"));
    }

    private static MaterialRules.@Nullable Mode mode(@Nullable String name) {
        return name == null ? null : MaterialRules.Mode.valueOf(name);
    }

    private static MaterialRules.Deferral deferral(Yaml d) {
        return new MaterialRules.Deferral(Term.workingDays(d.number("workingDays")), d.need("consequence"),
                Objects.requireNonNull(d.text("commitment"), "commitment"));
    }
}
