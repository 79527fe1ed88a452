package org.lianban.intake.checking;

import java.util.List;
import java.util.Optional;
import org.lianban.command.Faults;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef.Form;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.intake.checking.Checker.Examined;
import org.lianban.intake.checking.exemption.Judging;
import org.lianban.intake.materials.StoredMaterial;

/**
 * 一套材料: what the chosen items require is there, nothing unknown, electronic copies uploaded and of an accepted type.
 * Paper is handed in at a window, and there it is never refused.
 */
public final class MaterialPolicy implements Checker.Policy {
    @Override
    public void check(Examined application, Faults faults) {
        handedIn(application, faults);
        List<Filing.Handed> handed = application.filing().materials();
        OneThing oneThing = application.oneThing();
        if (oneThing != null) {
            oneThing.materials().stream().filter(Material::required)
                    .filter(m -> application.choice().needs(m.items()))
                    .filter(m -> handed.stream().noneMatch(h -> m.code().equals(h.code())))
                    .filter(m -> !excused(application, m))
                    .forEach(m -> Code.MISSING.add(faults, "/materials",
                            "缺少材料“" + m.name() + "”（" + m.code() + "）" + why(application, m)));
        }
    }

    /** Whatever is missing: what is there is in order. */
    static void handedIn(Examined application, Faults faults) {
        List<Filing.Handed> handed = application.filing().materials();
        for (int i = 0; i < handed.size(); i++) {
            one(application, handed.get(i), "/materials/" + i, faults);
        }
    }

    /** 免提交 by data or certificate, or a commitment, whose own faults are named where it stands. */
    private static boolean excused(Examined application, Material material) {
        return application.context().gathered().findings().get(material.code()) instanceof Judging.Finding.Exempt
                || application.filing().commitments().stream()
                        .anyMatch(c -> material.code().equals(c.material()));
    }

    /** Why it is asked for although it could be spared, or how it could be. */
    private static String why(Examined application, Material material) {
        return switch (application.context().gathered().findings().get(material.code())) {
            case Judging.Finding.Ask ask -> "：" + ask.reason();
            case Judging.Finding.Exempt exempt -> "";
            case null -> material.rules().exemption() == null
                    ? ""
                    : "，经授权同意可通过" + material.rules().exemption().source() + "免提交";
        };
    }

    private static void one(Examined application, Filing.Handed handed, String at, Faults faults) {
        Optional<Material> listed = Optional.empty();
        if (handed.code() == null) {
            Code.MISSING.add(faults, at + "/code", "请注明材料编号");
        } else if (application.oneThing() != null && !handed.code().isEmpty()) {
            listed = application.oneThing().materials().stream().filter(m -> m.code().equals(handed.code()))
                    .findFirst();
            if (listed.isEmpty()) {
                Code.NOT_IN_LIST.add(faults, at + "/code", "材料清单中没有此编号");
            }
        }
        Form form = handed.form();
        if (form == null || !form.handedIn()) {
            (form == null ? Code.MISSING : Code.UNKNOWN).add(faults, at + "/form", "材料形式应为 PAPER（纸质）或 ELECTRONIC（电子）");
            return;
        }
        switch (form) {
            case PAPER -> paper(application, at, faults);
            case ELECTRONIC -> electronic(application, handed, listed, at, faults);
            case EXEMPT_DATA, EXEMPT_LICENSE, DEFERRED, WAIVED -> throw new IllegalStateException(
                    "Expected what is handed in, but read " + form);
        }
    }

    private static void paper(Examined application, String at, Faults faults) {
        Channel channel = application.filing().channel();
        Code.PAPER_AT_WINDOW_ONLY.where(channel != null && channel != Channel.WINDOW, faults, at + "/form",
                "纸质材料请到窗口提交，或者上传电子件");
    }

    private static void electronic(Examined application, Filing.Handed handed, Optional<Material> listed, String at,
            Faults faults) {
        String digest = handed.digest();
        if (digest == null) {
            Code.MISSING.add(faults, at + "/digest", "电子材料请先上传，并注明返回的摘要");
            return;
        }
        StoredMaterial stored = application.stored().get(digest);
        if (stored == null) {
            Code.NOT_UPLOADED.add(faults, at + "/digest", "没有收到过此摘要的文件，请先上传");
        } else {
            listed.ifPresent(material -> acceptable(material, stored, at, faults));
        }
    }

    private static void acceptable(Material material, StoredMaterial stored, String at, Faults faults) {
        if (!material.mediaTypes().isEmpty() && !material.mediaTypes().contains(stored.mediaType())) {
            Code.WRONG_MEDIA_TYPE.add(faults, at + "/digest", "“" + material.name() + "”的文件类型应为："
                    + String.join("、", material.mediaTypes()));
        }
        if (material.maxBytes() > 0 && stored.bytes() > material.maxBytes()) {
            Code.TOO_LARGE.add(faults, at + "/digest",
                    "“" + material.name() + "”的文件最大 " + material.maxBytes() / 1024 + " KB");
        }
    }
}
