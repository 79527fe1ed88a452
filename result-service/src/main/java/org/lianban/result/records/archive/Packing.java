package org.lianban.result.records.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.bundle.journal.Damaged;
import org.lianban.result.bundle.journal.Journal;
import org.lianban.result.bundle.journal.Replay;
import org.lianban.security.Digests;

/** Puts a package together. */
public final class Packing {
    static final String MANIFEST = "manifest.json";
    static final String JOURNAL = "journal.ndjson";
    static final String DEFINITION = "definition.json";
    static final String CALENDAR = "calendar.json";
    static final String RULES = "rules.json";
    static final String DEADLINES = "deadlines.json";
    static final String OUTCOME = "outcome.json";
    static final String MATERIALS = "materials.json";
    static final String READ_ME = "README.txt";
    private static final String ABOUT = """
            “高效办成一件事”电子归档包
            manifest.json    目录、每个文件的摘要与封印
            journal.ndjson   全部事件，逐次变更成链
            definition.json  申报时的一件事版本
            calendar.json    工作日历    rules.json  时限规则
            deadlines.json   每个时限及其计算步骤
            outcome.json     逐项结果与办结结论
            materials.json   材料、免提交依据、承诺与摘要；原件由牵头部门统一留存
            notices/         文书
            检验：deploy/lianban verify 归档包.zip
            """;

    /** @param notices file name and content of every notice */
    public record Sources(List<Journal.Chapter> chapters, Terms terms, WorkingCalendar calendar,
            List<MaterialRef> materials, ReceiptFacts facts, Map<String, byte[]> notices) {}

    /** What {@code materials.json} says; contents stay where they are, digests prove them. */
    record Materials(List<MaterialRef> materials, ReceiptFacts receipt) {}

    private Packing() {}

    /**
     * @param itemNo of one item; null: of the whole case
     * @param asOf deadlines are read at this instant
     * @throws Damaged when the journal contradicts itself, which an archive would only preserve
     */
    public static byte[] pack(Bundle bundle, @Nullable String itemNo, Sources sources, Instant asOf) throws Damaged {
        var terms = sources.terms();
        Journal.requireChain(bundle.caseNo(), sources.chapters());
        Replay replay = Replay.of(bundle.caseNo(), sources.chapters(), terms);
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, READ_ME, ABOUT);
        put(files, JOURNAL, lines(sources.chapters()));
        put(files, DEFINITION, ArchiveJson.write(terms.oneThing()));
        put(files, CALENDAR, ArchiveJson.write(sources.calendar()));
        put(files, RULES, ArchiveJson.write(terms.rules()));
        put(files, DEADLINES, ArchiveJson.write(Ruled.of(replay.bundle(), terms, itemNo, asOf)));
        put(files, OUTCOME, ArchiveJson.write(Outcome.of(replay.bundle(), itemNo)));
        put(files, MATERIALS, ArchiveJson.write(new Materials(needed(sources.materials(), terms, itemNo),
                sources.facts())));
        sources.notices().forEach((name, content) -> files.put("notices/" + name, content));
        Map<String, byte[]> all = new LinkedHashMap<>();
        put(all, MANIFEST, ArchiveJson.write(manifest(replay.bundle(), itemNo, sources, files, asOf)));
        all.putAll(files);
        return new Container(all).bytes();
    }

    private static String lines(List<Journal.Chapter> chapters) {
        var text = new StringBuilder();
        chapters.forEach(c -> text.append(ArchiveJson.line(c.row())).append('\n'));
        return text.toString();
    }

    private static List<MaterialRef> needed(List<MaterialRef> materials, Terms terms, @Nullable String itemNo) {
        return itemNo == null
                ? materials
                : materials.stream().filter(m -> terms.oneThing().materials().stream()
                        .anyMatch(l -> l.code().equals(m.code())
                                && (l.items().isEmpty() || l.items().contains(itemNo))))
                        .toList();
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, Verifier.utf8(text));
    }

    private static Manifest manifest(Bundle bundle, @Nullable String itemNo, Sources sources,
            Map<String, byte[]> files, Instant asOf) {
        var listed = new ArrayList<Manifest.File>();
        files.forEach((name, content) -> listed
                .add(new Manifest.File(name, content.length, Digests.sha256(content), Digests.sm3(content))));
        var oneThing = sources.terms().oneThing();
        var last = sources.chapters().getLast();
        var unsealed = new Manifest(Manifest.FORMAT, bundle.caseNo(), itemNo, oneThing.region(), oneThing.code(),
                oneThing.name(), oneThing.lead(), asOf, last.version(), last.chain(), listed,
                checks(bundle, sources), "");
        return unsealed.sealed(seal(unsealed));
    }

    static String seal(Manifest manifest) {
        return Digests.sha256(Verifier.utf8(ArchiveJson.line(manifest.sealed(""))));
    }

    /** 归档要素: what an archive that stands alone has to have, and whether this one does. */
    private static List<Manifest.Check> checks(Bundle bundle, Sources sources) {
        var checks = new ArrayList<Manifest.Check>();
        checks.add(new Manifest.Check("来源可靠", sources.chapters().stream()
                .allMatch(c -> c.heard().stream().allMatch(h -> !h.source().isEmpty())), "每个事件均有来源服务和序号"));
        checks.add(new Manifest.Check("程序规范", bundle.isSettled(), "全部事项已有结论"));
        long electronic = sources.materials().stream().filter(m -> m.form() == MaterialRef.Form.ELECTRONIC).count();
        long digested = sources.materials().stream()
                .filter(m -> m.form() == MaterialRef.Form.ELECTRONIC && m.digest() != null).count();
        checks.add(new Manifest.Check("要素合规", electronic == digested, "电子材料 " + electronic + " 份，均有摘要"));
        boolean delivered = bundle.deliverable().stream()
                .allMatch(no -> bundle.item(no).handout().delivered() != null);
        checks.add(new Manifest.Check("送达凭证", delivered, delivered ? "应送达结果均已送达" : "有结果尚未送达"));
        return checks;
    }
}
