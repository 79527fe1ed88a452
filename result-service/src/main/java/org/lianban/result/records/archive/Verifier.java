package org.lianban.result.records.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ContentHash;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.bundle.journal.Damaged;
import org.lianban.result.bundle.journal.Journal;
import org.lianban.result.bundle.journal.JournalRow;
import org.lianban.result.bundle.journal.Replay;
import org.lianban.security.Digests;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * 归档包检验, from the package alone: its bytes, the seal, every digest, the chain of events, the version of the one-thing,
 * and then every deadline and the join computed anew and compared. Later checks need the earlier ones, so the first that
 * fails is the last.
 */
public final class Verifier {
    /**
     * 检验结论 of one check.
     *
     * @param name what was checked, in Chinese
     * @param detail in Chinese: what was found
     */
    public record Finding(String name, boolean passed, String detail) {}

    private final List<Finding> findings = new ArrayList<>();

    private Verifier() {}

    /** In the order of checking; passed exactly when all are. */
    public static List<Finding> verify(byte[] packed) {
        var verifier = new Verifier();
        verifier.run(packed);
        return List.copyOf(verifier.findings);
    }

    public static boolean passed(List<Finding> findings) {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::passed);
    }

    private interface Step<T> {
        T check() throws Damaged;
    }

    /** @return null when it failed */
    private <T> @Nullable T step(String name, Step<T> step, java.util.function.Function<T, String> detail) {
        try {
            T found = step.check();
            findings.add(new Finding(name, true, detail.apply(found)));
            return found;
        } catch (Damaged damaged) {
            findings.add(new Finding(name, false, String.valueOf(damaged.getMessage())));
        } catch (JacksonException unreadable) {
            findings.add(new Finding(name, false, "内容无法识别：" + unreadable.getOriginalMessage()));
        }
        return null;
    }

    private void run(byte[] packed) {
        Container container = step("归档包完整", () -> Container.open(packed), c -> c.files().size() + " 个文件，字节与内容一致");
        if (container == null) {
            return;
        }
        Manifest manifest = step("目录封印", () -> manifest(container), m -> m.caseNo() + " " + m.oneThingName());
        if (manifest == null || step("文件摘要", () -> digests(container, manifest),
                n -> n + " 个文件的 SHA-256 与 SM3 均一致") == null) {
            return;
        }
        List<Journal.Chapter> chapters = step("事件链", () -> journal(container, manifest),
                c -> c.size() + " 次变更，链首尾一致");
        OneThing oneThing = step("一件事版本", () -> definition(container),
                o -> o.code() + " 第 " + o.version() + " 版，内容指纹一致");
        if (chapters == null || oneThing == null) {
            return;
        }
        Terms terms = step("工作日历与规则", () -> terms(container, oneThing),
                t -> "日历 " + t.calendar().version());
        if (terms == null) {
            return;
        }
        Replay replay = step("逐项汇总", () -> replay(container, manifest, chapters, terms),
                r -> outcome(r.bundle()));
        if (replay != null) {
            step("全部时限", () -> deadlines(container, manifest, replay.bundle(), terms), n -> n + " 个时限重新计算，全部一致");
        }
    }

    private static Manifest manifest(Container container) throws Damaged {
        Manifest manifest = ArchiveJson.read(container.text(Packing.MANIFEST), Manifest.class);
        if (!Manifest.FORMAT.equals(manifest.format())) {
            throw new Damaged("不认识的归档格式 " + manifest.format());
        }
        if (!Packing.seal(manifest).equals(manifest.seal())) {
            throw new Damaged("目录与其封印不符");
        }
        return manifest;
    }

    private static Integer digests(Container container, Manifest manifest) throws Damaged {
        if (container.files().size() != manifest.files().size() + 1) {
            throw new Damaged("文件数与目录不符");
        }
        for (Manifest.File file : manifest.files()) {
            byte[] content = container.file(file.name());
            if (content.length != file.bytes() || !Digests.sha256(content).equals(file.sha256())
                    || !Digests.sm3(content).equals(file.sm3())) {
                throw new Damaged("文件 " + file.name() + " 与目录中的摘要不符");
            }
        }
        return manifest.files().size();
    }

    private static List<Journal.Chapter> journal(Container container, Manifest manifest) throws Damaged {
        List<Journal.Chapter> chapters = Journal.chapters(container.text(Packing.JOURNAL).lines()
                .map(line -> ArchiveJson.read(line, JournalRow.class)).toList());
        Journal.requireChain(manifest.caseNo(), chapters);
        if (chapters.isEmpty() || !chapters.getLast().chain().equals(manifest.chainHead())
                || chapters.getLast().version() != manifest.version()) {
            throw new Damaged("事件链末端与目录不符");
        }
        return chapters;
    }

    private static OneThing definition(Container container) throws Damaged {
        OneThing oneThing = ArchiveJson.read(container.text(Packing.DEFINITION), OneThing.class);
        if (!ContentHash.of(ContentHash.unnamed(oneThing)).equals(oneThing.contentHash())) {
            throw new Damaged("一件事内容与其指纹不符");
        }
        return oneThing;
    }

    private static Terms terms(Container container, OneThing oneThing) throws Damaged {
        WorkingCalendar calendar = ArchiveJson.read(container.text(Packing.CALENDAR), WorkingCalendar.class);
        ClockRules rules = ArchiveJson.read(container.text(Packing.RULES), ClockRules.class);
        try {
            return new Terms(oneThing, Calendars.of(calendar, rules.dayEnd()), rules);
        } catch (IllegalArgumentException unsound) {
            throw new Damaged("工作日历有误：" + unsound.getMessage());
        }
    }

    private static Replay replay(Container container, Manifest manifest, List<Journal.Chapter> chapters, Terms terms)
            throws Damaged {
        Replay replay = Replay.of(manifest.caseNo(), chapters, terms);
        JsonNode archived = ArchiveJson.tree(container.text(Packing.OUTCOME));
        if (!archived.equals(ArchiveJson.tree(ArchiveJson.write(Outcome.of(replay.bundle(), manifest.itemNo()))))) {
            throw new Damaged("重新汇总的结论与归档的结论不符");
        }
        var filing = replay.bundle().filing();
        if (filing == null || !filing.hash().equals(terms.oneThing().contentHash())) {
            throw new Damaged("办件申报时的版本不是归档的版本");
        }
        return replay;
    }

    private static Integer deadlines(Container container, Manifest manifest, Bundle bundle, Terms terms)
            throws Damaged {
        List<Ruled> ruled = Ruled.of(bundle, terms, manifest.itemNo(), manifest.asOf());
        JsonNode archived = ArchiveJson.tree(container.text(Packing.DEADLINES));
        JsonNode computed = ArchiveJson.tree(ArchiveJson.write(ruled));
        for (int i = 0; i < Math.max(archived.size(), computed.size()); i++) {
            if (!archived.path(i).equals(computed.path(i))) {
                throw new Damaged("第 " + (i + 1) + " 个时限重新计算的结果不同：" + computed.path(i).path("timer").asString("")
                        + " 应为 " + computed.path(i).path("due").asString("无"));
            }
        }
        return ruled.size();
    }

    private static String outcome(Bundle bundle) {
        var settlement = bundle.book().settlement();
        return settlement == null ? "尚未办结" : settlement.outcome() + "，" + bundle.expected().size() + " 个事项";
    }

    /** Lines for people, one per check. */
    public static String report(List<Finding> findings, Map<Boolean, String> marks) {
        var text = new StringBuilder();
        findings.forEach(f -> text.append(marks.get(f.passed())).append(' ').append(f.name()).append("：")
                .append(f.detail()).append('\n'));
        return text.toString();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
