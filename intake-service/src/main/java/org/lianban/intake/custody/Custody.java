package org.lianban.intake.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.form.Field;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.text.Characters;
import org.lianban.text.TextKind;

/** 一件办件的原件: what was handed in on paper, folded over what was done with it since. */
public final class Custody {
    private final TreeMap<String, Original> originals = new TreeMap<>();
    private final List<Act> acts;

    private Custody(Collection<Original> first, List<Act> acts) {
        first.forEach(o -> originals.put(o.material(), o));
        this.acts = List.copyOf(acts);
        acts.forEach(this::apply);
    }

    /**
     * @param papers material codes with their names, of which the window has the original
     * @param window where they were handed in
     */
    public static Custody of(Map<String, String> papers, @Nullable String window, List<Act> acts) {
        List<Original> first = new ArrayList<>();
        papers.forEach((code, name) -> first
                .add(new Original(code, name, Original.Status.HELD_AT_WINDOW, window, null)));
        return new Custody(first, acts);
    }

    /** The paper of the application as handed in, and what was digitised since while the window kept the original. */
    public static Custody of(Filed state, List<Act> acts, List<Attestation> attestations) {
        TreeMap<String, String> papers = new TreeMap<>();
        CasePack pack = state.dossier().pack();
        pack.materials().forEach(m -> {
            if (m.form() == MaterialRef.Form.PAPER) {
                papers.put(m.code(), m.name());
            }
        });
        Map<String, String> names = new TreeMap<>();
        pack.materials().forEach(m -> names.put(m.code(), m.name()));
        attestations.stream().filter(Attestation::kept)
                .forEach(a -> papers.put(a.material(), names.getOrDefault(a.material(), a.material())));
        boolean received = !(state instanceof Submitted || state instanceof CorrectionNotified);
        return of(received ? papers : Map.of(), state.dossier().window(), acts);
    }

    /** Total: what does not fit leaves everything as it is. */
    private void apply(Act act) {
        for (String code : act.materials()) {
            originals.computeIfPresent(code,
                    (no, original) -> original.after(act.step(), act.holder(), act.at()).orElse(original));
        }
    }

    public List<Original> originals() {
        return List.copyOf(originals.values());
    }

    public List<Act> acts() {
        return acts;
    }

    public Optional<Original> original(String code) {
        return Optional.ofNullable(originals.get(code));
    }

    /** Codes of those with which this can be done now. */
    public List<String> ready(Original.Step step) {
        return originals.values().stream().filter(o -> o.permits(step)).map(Original::material).toList();
    }

    /** 原件清单: where everything is, and what was done to bring it there; who took something back is masked. */
    public record Originals(String caseNo, List<Original> originals, List<Act> acts) {
        public static Originals of(String caseNo, Custody custody) {
            return new Originals(caseNo, custody.originals(), custody.acts().stream().map(Originals::masked).toList());
        }

        private static Act masked(Act act) {
            return act instanceof Act.Returned r
                    ? new Act.Returned(r.materials(), Characters.maskName(r.receiver()), r.signature(), r.courier(),
                            r.by(), r.at())
                    : act;
        }
    }

    /**
     * 打印留存: departments keep electronic copies, and print only what they have to keep on paper (新政文〔2024〕62号 附件3:
     * 确需纸质材料留档的，将电子材料打印留存).
     *
     * @param ordinal from 1 within the case
     * @param copies 1 to 99
     */
    public record Print(int ordinal, List<String> materials, int copies, String purpose, String by, Instant at) {
        public Print {
            materials = List.copyOf(materials);
        }

        /** 打印登记 as asked for. */
        public record PrintTerms(
                @Field(kind = TextKind.CODE, label = "打印的材料", max = 40, least = 1,
                        example = "[\"m01\",\"m02\"]") List<String> materials,
                @Field(label = "份数", min = 1, max = 99, example = "1") @Nullable Integer copies,
                @Field(label = "用途", max = 200, example = "医保参保留档") String purpose) {}
    }

    /**
     * 一致性确认: a clerk compared an electronic copy with its paper and answers for it (新政文〔2024〕62号 附件3: 对电子材料与
     * 纸质材料的一致性负责). Written once; a new copy of the same material is a new one.
     *
     * @param ordinal from 1 within the case
     * @param digest names the file, {@code sha256:} and 64 hex digits
     * @param sm3 of the same content, {@code sm3:} and 64 hex digits (GB/T 32905)
     * @param kept whether the window kept the original; otherwise it was shown and given back
     * @param clerk who answers for it, as events carry it
     */
    public record Attestation(String caseNo, int ordinal, String material, String digest, String sm3, boolean kept,
            String clerk, @Nullable String window, Instant at) {

        /** 原件去向. */
        public enum Where {
            KEPT, SHOWN
        }

        /** 一致性确认 as asked for. @param consistent has to be said */
        public record AttestationTerms(
                @Field(kind = TextKind.DIGEST, label = "电子件的摘要", pattern = "sha256:.*",
                        example = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824") String digest,
                @Field(label = "电子件与纸质原件一致", example = "true") boolean consistent,
                @Field(label = "原件去向", example = "KEPT") Where original) {}
    }
}
