package org.lianban.intake.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.MaterialRef.Grade;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.IntakeEvent.Addressee;
import org.lianban.contracts.event.IntakeEvent.Exempted;
import org.lianban.contracts.event.IntakeEvent.FormShare;
import org.lianban.intake.checking.exemption.Judging;
import tools.jackson.databind.JsonNode;

/** From an application without faults: what is special about it. */
public final class Special {
    private Special() {}

    static Extras extras(Checker.Examined application, OneThing oneThing) {
        Filing said = application.filing();
        Gathered gathered = application.context().gathered();
        if (said.plain() && gathered.equals(Gathered.NOTHING)) {
            return Extras.NONE;
        }
        Filing.Contact to = said.addressee();
        Extras extras = new Extras(said.test(), said.priority(),
                to == null ? null : new Addressee(Objects.requireNonNull(to.name()), to.phone()),
                PromisePolicy.promises(application, oneThing), exempted(application, oneThing),
                share(application, oneThing), said.consents(), gathered.keep());
        return extras.equals(Extras.NONE) ? Extras.NONE : extras;
    }

    private static List<Exempted> exempted(Checker.Examined application, OneThing oneThing) {
        List<Exempted> exempted = new ArrayList<>();
        for (OneThing.Material material : oneThing.materials()) {
            if (application.context().gathered().findings()
                    .get(material.code()) instanceof Judging.Finding.Exempt(var e)
                    && application.choice().needs(material.items())
                    && !application.filing().hands(material.code())) {
                exempted.add(e);
            }
        }
        return exempted;
    }

    /** 表单自动生成率: of the fields that the chosen items need. */
    private static @Nullable FormShare share(Checker.Examined application, OneThing oneThing) {
        Map<String, String> prefilled = application.context().gathered().prefilled();
        if (prefilled == null) {
            return null;
        }
        int fields = 0;
        int filled = 0;
        int kept = 0;
        for (OneThing.FormField field : oneThing.form()) {
            if (application.choice().needs(field.items())) {
                String value = prefilled.get(field.name());
                fields++;
                filled += value == null ? 0 : 1;
                kept += value != null && value.equals(text(application.filing().form().get(field.name()))) ? 1 : 0;
            }
        }
        return new FormShare(fields, filled, kept);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || !value.isValueNode() || value.isNull() ? null : value.asString().strip();
    }

    /** 代替材料: what stands in the pack for materials that are not handed in. */
    static List<MaterialRef> standIns(Extras extras, OneThing oneThing) {
        List<MaterialRef> refs = new ArrayList<>();
        extras.exemptions().forEach(e -> refs.add(standIn(oneThing, e.material(), switch (e.reason()) {
            case E_LICENSE -> MaterialRef.Form.EXEMPT_LICENSE;
            case GOV_ISSUED, DATA_VERIFIED -> MaterialRef.Form.EXEMPT_DATA;
        }, MaterialRef.Grade.A)));
        extras.promises().forEach(p -> refs.add(switch (p.type()) {
            case DEFER -> standIn(oneThing, p.material(), MaterialRef.Form.DEFERRED, null);
            case WAIVE -> standIn(oneThing, p.material(), MaterialRef.Form.WAIVED, MaterialRef.Grade.D);
        }));
        return refs;
    }

    private static MaterialRef standIn(OneThing oneThing, String code, MaterialRef.Form form,
            MaterialRef.@Nullable Grade trust) {
        return new MaterialRef(code, name(oneThing, code), form, null, null, 0, null, trust);
    }

    static String name(OneThing oneThing, String code) {
        return oneThing.materials().stream().filter(m -> m.code().equals(code)).map(OneThing.Material::name).findFirst()
                .orElse(code);
    }
}
