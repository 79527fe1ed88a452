package org.lianban.intake.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Faults;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.Particulars.CommitmentText;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.intake.checking.Checker.Examined;
import org.lianban.intake.checking.Filing.Signed;

/**
 * 容缺受理、告知承诺: only where the material's rules allow it, never for excluded fields or by an applicant whose credit
 * is not repaired (国办发〔2020〕42号), and only with the current text signed.
 */
public final class PromisePolicy implements Checker.Policy {
    /** Clocks of signing devices differ a little. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    @Override
    public void check(Examined application, Faults faults) {
        List<Signed> signed = application.filing().commitments();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < signed.size(); i++) {
            one(application, signed.get(i), "/commitments/" + i, seen, faults);
        }
        String excluded = application.context().gathered().excluded();
        Code.PARTY_EXCLUDED.where(!signed.isEmpty() && excluded != null, faults, "/commitments",
                "申请人信用修复前不适用容缺受理和告知承诺：" + excluded);
    }

    private static void one(Examined application, Signed signed, String at, Set<String> seen, Faults faults) {
        signature(signed, application.context().now(), at, faults);
        Commitment.Type type = signed.type();
        Code.MISSING.where(type == null, faults, at + "/type", "承诺类型应为 DEFER（容缺后补）或 WAIVE（承诺免交）");
        OneThing oneThing = application.oneThing();
        if (oneThing == null) {
            return;
        }
        Optional<Material> listed = material(oneThing, signed);
        if (listed.isEmpty()) {
            (signed.material() == null ? Code.MISSING : Code.NOT_IN_LIST).add(faults, at + "/material", "材料清单中没有此编号");
        } else if (!seen.add(listed.get().code()) || application.filing().hands(listed.get().code())
                || !application.choice().needs(listed.get().items())) {
            Code.NOT_NEEDED.add(faults, at + "/material", "“" + listed.get().name() + "”已提交、已承诺或者所选事项不需要");
        } else if (type != null) {
            allowed(application, oneThing, listed.get(), type, signed, at, faults);
        }
    }

    private static void signature(Signed signed, Instant now, String at, Faults faults) {
        Code.MISSING.where(signed.signature() == null, faults, at + "/signature",
                "请签署承诺书；签名摘要应为 sm3: 或 sha256: 和 64 位十六进制小写字符");
        Code.MISSING.where(signed.signedBy() == null, faults, at + "/signedBy", "签署人应为 APPLICANT（申请人）或 AGENT（代理人）");
        Instant signedAt = signed.signedAt();
        if (signedAt == null || signedAt.isAfter(now.plus(SKEW))) {
            (signed.signedAt() == null ? Code.MISSING : Code.MALFORMED).add(faults, at + "/signedAt",
                    "签署时间应为带时区的时间，且不晚于现在");
        }
    }

    private static void allowed(Examined application, OneThing oneThing, Material material, Commitment.Type type,
            Signed signed, String at, Faults faults) {
        String textId = textId(material, type);
        if (textId == null) {
            Code.NOT_ALLOWED.add(faults, at + "/type", "“" + material.name() + "”不在"
                    + (type == Commitment.Type.DEFER ? "容缺受理" : "告知承诺") + "清单内，请提交材料");
            return;
        }
        waiting(application, oneThing, material).stream().filter(item -> item.rules().exclusion() != null).findFirst()
                .ifPresent(item -> Code.NOT_ALLOWED.add(faults, at + "/type",
                        "“" + item.name() + "”属于不适用容缺受理和告知承诺的事项，请提交“" + material.name() + "”"));
        if (signed.signedBy() == Promise.Signer.AGENT && application.filing().agent() == null) {
            Code.UNKNOWN.add(faults, at + "/signedBy", "申请没有代理人");
        }
        Optional<CommitmentText> text = text(oneThing, textId);
        if (text.isEmpty()) {
            Code.NOT_ALLOWED.add(faults, at + "/textId", "“" + material.name() + "”的承诺书尚未发布，请提交材料");
        } else if (!textId.equals(signed.textId())
                || !Integer.valueOf(text.get().version()).equals(signed.textVersion())) {
            Code.OTHER_TEXT.add(faults, at + "/textId",
                    "应签署《" + text.get().title() + "》（" + textId + " 第 " + text.get().version() + " 版）");
        }
    }

    /** Of an application without faults. */
    static List<Promise> promises(Examined application, OneThing oneThing) {
        List<Promise> promises = new ArrayList<>();
        for (Signed signed : application.filing().commitments()) {
            Material material = material(oneThing, signed).orElseThrow();
            Commitment.Type type = Objects.requireNonNull(signed.type());
            String textId = Objects.requireNonNull(textId(material, type));
            CommitmentText text = text(oneThing, textId).orElseThrow();
            promises.add(new Promise(material.code(), type,
                    waiting(application, oneThing, material).stream().map(OneThing.Item::no).toList(), textId,
                    text.version(),
                    Objects.requireNonNull(signed.signedAt()), Objects.requireNonNull(signed.signature()),
                    Objects.requireNonNull(signed.signedBy()), consequence(material, type, text),
                    type == Commitment.Type.DEFER ? limits(application, oneThing, material) : List.of()));
        }
        return promises;
    }

    /** As the applicant was told: of the material where it says one, else of the text. */
    private static String consequence(Material material, Commitment.Type type, CommitmentText text) {
        var deferral = material.rules().deferral();
        return type == Commitment.Type.DEFER && deferral != null ? deferral.consequence() : text.consequence();
    }

    /** The term of the material, and the promise of every item that waits for it: the earliest counts. */
    private static List<Term> limits(Examined application, OneThing oneThing, Material material) {
        List<Term> limits = new ArrayList<>();
        limits.add(Objects.requireNonNull(material.rules().deferral()).within());
        waiting(application, oneThing, material).stream().map(OneThing.Item::promise)
                .filter(java.util.Objects::nonNull).forEach(limits::add);
        return limits;
    }

    private static List<OneThing.Item> waiting(Examined application, OneThing oneThing, Material material) {
        return oneThing.items().stream().filter(item -> application.choice().items().contains(item.no()))
                .filter(item -> material.items().isEmpty() || material.items().contains(item.no())).toList();
    }

    private static Optional<Material> material(OneThing oneThing, Signed signed) {
        return oneThing.materials().stream().filter(m -> m.code().equals(signed.material())).findFirst();
    }

    private static @Nullable String textId(Material material, Commitment.Type type) {
        var deferral = material.rules().deferral();
        return switch (type) {
            case DEFER -> deferral == null ? null : deferral.commitment();
            case WAIVE -> material.rules().commitment();
        };
    }

    private static Optional<CommitmentText> text(OneThing oneThing, String id) {
        return oneThing.particulars().commitments().stream().filter(t -> t.id().equals(id))
                .max(Comparator.comparingInt(CommitmentText::version));
    }

    /**
     * 承诺 as signed, before the receipt sets its date.
     *
     * @param material code of the list
     * @param type 容缺后补 or 承诺免交
     * @param items chosen item numbers that need the material
     * @param textId which commitment text, in exactly which version
     * @param signature digest of the signed text
     * @param limits for 容缺后补: the term of the material and the promise of every item that waits for it; the earliest
     *     counts
     */
    public record Promise(String material, Commitment.Type type, List<String> items, String textId, int textVersion,
            Instant signedAt, String signature, Signer signer, String consequence,
            @OmitEmpty List<Term> limits) {

        /** 签署人. */
        public enum Signer {
            APPLICANT, AGENT
        }

        public Promise {
            items = List.copyOf(items);
            limits = limits == null ? List.of() : List.copyOf(limits);
        }

        public Commitment due(@Nullable Instant at) {
            return new Commitment(material, type, at, items, textId, textVersion, signedAt, signature, consequence);
        }
    }
}
