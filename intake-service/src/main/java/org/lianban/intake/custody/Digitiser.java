package org.lianban.intake.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Lapsed;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;

/** 转化为电子材料: whether a clerk may attest a copy, and what the application's materials become by it. */
public final class Digitiser {

    /** @param stored media type and length of the file; null: no such file was uploaded */
    public record Copy(String material, String digest, @Nullable Stored stored, String sm3) {}

    public record Stored(String mediaType, long bytes) {}

    private Digitiser() {}

    /** @return every reason why not; empty: it may be attested */
    public static List<Fault> faults(Filed state, OneThing oneThing, Copy copy) {
        List<Fault> faults = new ArrayList<>();
        Optional<MaterialRef> handed = handed(state, copy.material());
        if (handed.isEmpty()) {
            faults.add(new Fault("?code", "NOT_HANDED_IN", "申请中没有材料 " + copy.material()));
        } else if (!handed.get().form().handedIn()) {
            faults.add(new Fault("?code", "NOT_HANDED_IN", "材料 " + copy.material() + " 免提交或者尚未提交，没有可以确认的原件"));
        } else if (handed.get().form() == MaterialRef.Form.ELECTRONIC && !copy.digest().equals(handed.get().digest())) {
            faults.add(new Fault("/digest", "OTHER_FILE", "申请中的电子材料是另一个文件：" + handed.get().digest()));
        }
        if (copy.stored() == null) {
            faults.add(new Fault("/digest", "NOT_UPLOADED", "没有此摘要的文件，请先上传"));
        } else {
            fits(oneThing, copy, copy.stored(), faults);
        }
        return faults;
    }

    private static void fits(OneThing oneThing, Copy copy, Stored stored, List<Fault> faults) {
        oneThing.materials().stream().filter(m -> m.code().equals(copy.material())).findFirst()
                .ifPresent(listed -> type(listed, stored, faults));
    }

    private static void type(OneThing.Material listed, Stored stored, List<Fault> faults) {
        if (!listed.mediaTypes().isEmpty() && !listed.mediaTypes().contains(stored.mediaType())) {
            faults.add(new Fault("/digest", "WRONG_MEDIA_TYPE",
                    "“" + listed.name() + "”应为 " + String.join("、", listed.mediaTypes())));
        }
        if (stored.bytes() > listed.maxBytes()) {
            faults.add(new Fault("/digest", "TOO_LARGE", "“" + listed.name() + "”最大 " + listed.maxBytes() + " 字节"));
        }
    }

    /**
     * 2小时内转化为电子材料: before the receipt the copy takes the paper's place, so that every department gets it with the
     * receipt. Afterwards what was sent stays as it was sent, and only the attestation is kept.
     *
     * @return the application with it; null: it stays as it is
     */
    public static @Nullable Filed digitised(Filed state, Copy copy) {
        return switch (state) {
            case Submitted s -> new Submitted(s.dossier().with(digitised(s.dossier().pack(), copy)));
            case CorrectionNotified s ->
                new CorrectionNotified(s.dossier().with(digitised(s.dossier().pack(), copy)), s.notice());
            case Received s -> null;
            case Lapsed s -> null;
            case Withdrawn s -> null;
            case Settled s -> null;
        };
    }

    private static CasePack digitised(CasePack pack, Copy copy) {
        Stored stored = Objects.requireNonNull(copy.stored());
        List<MaterialRef> materials = pack.materials().stream()
                .map(m -> m.code().equals(copy.material())
                        ? new MaterialRef(m.code(), m.name(), MaterialRef.Form.ELECTRONIC, copy.digest(),
                                stored.mediaType(), stored.bytes(), copy.sm3(), MaterialRef.Grade.B)
                        : m)
                .toList();
        return new CasePack(pack.applicant(), pack.agent(), pack.answers(), pack.form(), materials, pack.priority());
    }

    static Optional<MaterialRef> handed(Filed state, String code) {
        return state.dossier().pack().materials().stream().filter(m -> m.code().equals(code)).findFirst();
    }
}
