package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.IntakeEvent.CaseReceived;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import tools.jackson.databind.node.JsonNodeFactory;

/** One-things for tests: {@code aOneThing().item("01").item("02", "01").soft("03", "01")}. */
public final class OneThings {
    public static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    public static final String LEAD = "410721-xingzhengshenpi";
    public static final String HASH = "sha256:" + "ab".repeat(32);

    private final String hash;
    private final List<OneThing.Item> items = new ArrayList<>();

    private OneThings(String hash) {
        this.hash = hash;
    }

    public static OneThings aOneThing() {
        return new OneThings(HASH);
    }

    public static OneThings aOneThing(String hash) {
        return new OneThings(hash);
    }

    public OneThings item(String no, String... hard) {
        return add(no, ItemKind.CONFIRM, null, List.of(hard), List.of());
    }

    public OneThings verify(String no, String... hard) {
        return add(no, ItemKind.VERIFY, null, List.of(hard), List.of());
    }

    public OneThings soft(String no, List<String> hard, String... soft) {
        return add(no, ItemKind.SERVICE, null, hard, List.of(soft));
    }

    public OneThings optional(String no, String... hard) {
        return add(no, ItemKind.SERVICE, new Group(Group.Type.OPTIONAL, "item-" + no), List.of(hard), List.of());
    }

    public OneThings oneOf(String key, String no, String... hard) {
        return add(no, ItemKind.CONFIRM, new Group(Group.Type.EXACTLY_ONE, key), List.of(hard), List.of());
    }

    public OneThings add(String no, ItemKind kind, @Nullable Group group, List<String> hard, List<String> soft) {
        items.add(new OneThing.Item(no, "事项" + no, List.of("410721-office" + no, "410721-other"),
                OneThing.Level.COUNTY, kind, hard, soft, group, null, null, false, OneThing.Confirmation.REFERENCE,
                null,
                null, null, null));
        return this;
    }

    public OneThing build() {
        return build(LEAD, List.of());
    }

    public OneThing build(@Nullable String lead, List<String> coLeads) {
        return new OneThing("XX-01", "410721", 1, hash, NOW, "测试", "测试一件事", OneThing.Subject.INDIVIDUAL, null, null,
                lead, coLeads, null, null, null, new OneThing.Source(null, null, null, null), List.copyOf(items),
                List.of(), List.of(), List.of());
    }

    public static CaseReceived received(String caseNo, OneThing oneThing, List<String> items) {
        return received(caseNo, oneThing, items, ReceiptFacts.NONE);
    }

    public static CaseReceived received(String caseNo, OneThing oneThing, List<String> items, ReceiptFacts facts) {
        CasePack pack = new CasePack(new Party("张三", Party.IdType.RESIDENT_ID, "11010519491231002X", null), null,
                Map.of(), JsonNodeFactory.instance.objectNode().put("childName", "张小宝"), List.of());
        return new CaseReceived(caseNo, oneThing.region(), oneThing.code(), oneThing.contentHash(), "SJ-1", items,
                NOW.minusSeconds(60), NOW, pack, facts);
    }

    /** 容缺: {@code owing("m01", "02", "03")} owes one material for two items. */
    public static Commitment owing(String material, String... items) {
        return commitment(Commitment.Type.DEFER, material, items);
    }

    public static Commitment commitment(Commitment.Type type, String material, String... items) {
        return new Commitment(material, type, type == Commitment.Type.DEFER ? NOW.plusSeconds(864_000) : null,
                List.of(items), "cn-1", 1, NOW, "sm3:" + "ab".repeat(32), "不予办理");
    }

    public static ReceiptFacts facts(Commitment... commitments) {
        return new ReceiptFacts(false, List.of(commitments), List.of(), null, null, null, List.of());
    }

    public static List<MaterialRef> materials(String... codes) {
        return Stream.of(codes).map(code -> new MaterialRef(code, "材料" + code, MaterialRef.Form.PAPER, null, null, 0))
                .toList();
    }

    public static CaseReceived received(String caseNo, OneThing oneThing) {
        return received(caseNo, oneThing, oneThing.items().stream().map(OneThing.Item::no).toList());
    }
}
