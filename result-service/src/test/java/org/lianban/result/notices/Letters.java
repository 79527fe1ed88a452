package org.lianban.result.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.Defect;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.time.DayEnd;
import tools.jackson.databind.node.JsonNodeFactory;

/** One case of 开办餐饮店 in 新乡县 and every event that issues a notice. */
public final class Letters {
    public static final String CASE = "41072120261123YJS000001X";
    public static final Instant T0 = Sample.at("2026-11-23T09:05");
    static final NoticeWriter.Wording WORDING = NoticeWriter.Wording.DEFAULT;

    private final List<CaseEvent> events = new ArrayList<>();
    private final CaseUnitOfWork turn = new CaseUnitOfWork(Bundle.empty(CASE));

    public static OneThing oneThing() {
        return oneThing(Sample.HASH);
    }

    /** The same under a content hash of its own. */
    public static OneThing oneThing(String hash) {
        var inspection = new SpecialProcedure("expert", "专家评审", SpecialProcedure.Kind.EXPERT_REVIEW,
                Term.workingDays(5), true, true, "食品经营许可和备案管理办法");
        return new OneThing("XX-04", Sample.REGION, 1, hash, Instant.EPOCH, "开办餐饮店", "开办餐饮店",
                OneThing.Subject.ENTERPRISE, null, null, Sample.REGION + "-shiguan", List.of(), null, null, null,
                new OneThing.Source("新政文〔2024〕62号", "附件1", null, null, "新乡县", "河南省", null),
                List.of(item("01", "食品经营许可", "shiguan", "县市场监管局", ItemKind.LICENSE, List.of(),
                        rules("食品经营许可证", inspection)),
                        item("02", "户外招牌设置备案", "chengguan", "县城管局", ItemKind.SERVICE, List.of("01"), ItemRules.NONE)),
                List.of(),
                List.of(new OneThing.FormField("shopName", "店铺名称", OneThing.FieldType.TEXT, true, List.of(), 50,
                        List.of())),
                List.of(material("m01", "食品经营许可申请书", "01"), material("m02", "经营场所平面布局图", "01"),
                        material("m03", "招牌效果图", "02")));
    }

    private static ItemRules rules(String result, SpecialProcedure procedure) {
        return new ItemRules(null, null, null, List.of(), List.of(), null, result, "11100000000013338W011", 60, false,
                false, null, List.of(procedure), List.of());
    }

    private static OneThing.Item item(String no, String name, String department, String printed, ItemKind kind,
            List<String> hard, ItemRules rules) {
        return new OneThing.Item(no, name, List.of(Sample.REGION + "-" + department), OneThing.Level.COUNTY, kind, hard,
                List.of(), null, Term.workingDays(10), kind == ItemKind.LICENSE ? Term.workingDays(20) : null, false,
                OneThing.Confirmation.REFERENCE, null, null, null, null, List.of(printed), rules);
    }

    private static OneThing.Material material(String code, String name, String item) {
        return new OneThing.Material(code, name, true, List.of(item), List.of("application/pdf"), 1_000_000, null,
                OneThing.Confirmation.REFERENCE);
    }

    private static final NoticeWriter WRITER = new NoticeWriter(
            id -> id.endsWith("chengguan") || id.endsWith("shiguan")
                    ? Optional.of(new Department(id, Sample.REGION, "x", "市管", Department.Kind.AGENCY,
                            List.of("市管", "市场监管局"), null, null))
                    : Optional.empty(),
            id -> id.equals("w1")
                    ? Optional.of(new Window("w1", Sample.REGION, "新乡县政务服务中心12号“一件事”综合窗口", Window.Level.COUNTY, null,
                            Window.Type.ONE_THING, List.of(), List.of(), List.of(), List.of(), true))
                    : Optional.empty(),
            WORDING);

    public static Terms terms() {
        return new Terms(oneThing(), Calendars.of(Sample.calendar(), DayEnd.MIDNIGHT), ClockRules.DEFAULT);
    }

    /** Everything up to dispatch. */
    static Letters dispatched() {
        return new Letters().then(submitted()).then(received()).then(dispatchedEvent());
    }

    Letters then(CaseEvent event) {
        events.add(event);
        if (event instanceof ResultEvent e) {
            turn.publish(e);
        } else {
            turn.apply(event, turn.lastSeen(event) + 1, null);
        }
        return this;
    }

    LetterContext scene() {
        return new LetterContext(turn.bundle(), terms(), WRITER);
    }

    /** The notices of the last event. */
    List<Notice> last() {
        return Issuing.of(scene(), List.of(events.getLast()), List.of());
    }

    List<Notice> last(int n, Iterable<String> issued) {
        return Issuing.of(scene(), events.subList(events.size() - n, events.size()), issued);
    }

    static Instant at(int minutes) {
        return T0.plusSeconds(60L * minutes);
    }

    static IntakeEvent submitted() {
        return new IntakeEvent.CaseSubmitted(CASE, Sample.REGION, "XX-04", Sample.HASH,
                org.lianban.contracts.Channel.WINDOW, "w1", "张*", null, 0, T0, false, false,
                new IntakeEvent.Addressee("张三丰", "13800138000"));
    }

    static IntakeEvent corrected() {
        return new IntakeEvent.CorrectionNotified(CASE, "BZ4107212026112300001", 0,
                List.of(new Defect("material:m02", "未标明操作流程和设备位置", "按比例重新绘制并标明"),
                        new Defect("form:shopName", "与营业执照记载的名称不一致", null)),
                at(20), Sample.at("2026-12-01T00:00"), true);
    }

    static IntakeEvent received() {
        var owed = new IntakeEvent.Commitment("m02", IntakeEvent.Commitment.Type.DEFER,
                Sample.at("2026-12-08T00:00"), List.of("01"), "rq-01", 2, at(28), "sm3:" + "ab".repeat(32),
                "逾期未补齐的，终止办理，并记入信用记录");
        var facts = new IntakeEvent.ReceiptFacts(false, List.of(owed), List.of(), null, "w1-3", "w1", List.of());
        return new IntakeEvent.CaseReceived(CASE, Sample.REGION, "XX-04", Sample.HASH, "SJHZ4107212026112300001",
                List.of("01", "02"), T0, at(30), pack(), facts);
    }

    private static CasePack pack() {
        return new CasePack(new Party("张三丰", Party.IdType.RESIDENT_ID, "11010519491231002X", null), null, Map.of(),
                JsonNodeFactory.instance.objectNode(),
                List.of(ref("m01", "食品经营许可申请书", MaterialRef.Form.ELECTRONIC, null),
                        ref("m02", "经营场所平面布局图", MaterialRef.Form.DEFERRED, null),
                        ref("m03", "招牌效果图", MaterialRef.Form.PAPER, MaterialRef.Grade.B),
                        ref("m04", "营业执照", MaterialRef.Form.EXEMPT_LICENSE, null)));
    }

    private static MaterialRef ref(String code, String name, MaterialRef.Form form, MaterialRef.@Nullable Grade trust) {
        return new MaterialRef(code, name, form, null, null, 0, null, trust);
    }

    static DispatchEvent dispatchedEvent() {
        var tasks = oneThing().items().stream()
                .map(i -> new DispatchEvent.Task(i.no(), i.kind(), i.primaryDepartment(), List.of(), i.hard(),
                        List.of()))
                .toList();
        return new DispatchEvent.ItemsDispatched(CASE, 1, Sample.REGION, "XX-04", Sample.HASH, T0, at(30), at(30),
                pack(), tasks, List.of());
    }

    static String department(String item) {
        return oneThing().item(item).orElseThrow().primaryDepartment();
    }

    static DepartmentEvent accepted(String item) {
        return new DepartmentEvent.ItemAccepted(CASE, item, department(item), at(90), at(90), false, "新市监受〔2026〕18号");
    }

    static DepartmentEvent acceptedAtWindow(String item) {
        return new DepartmentEvent.ItemAccepted(CASE, item, department(item), at(30), at(30), false, null, "w1");
    }

    static DepartmentEvent deemed(String item) {
        return new DepartmentEvent.ItemAccepted(CASE, item, department(item), Sample.at("2026-12-01T00:00"), at(30),
                true, null);
    }

    static DepartmentEvent refused(String item) {
        return new DepartmentEvent.ItemNotAccepted(CASE, item, department(item), at(90),
                List.of("经营场所位于新乡市红旗区，不属于本机关管辖", "申请人未取得营业执照"), "新乡市红旗区市场监督管理局", null);
    }

    static DepartmentEvent suspended(String item) {
        return new DepartmentEvent.ItemSuspended(CASE, item, department(item), Sample.at("2026-11-25T10:00"), "专家评审",
                "首次采用集中用餐配送模式，需要评审", true, true, "expert", null);
    }

    static DepartmentEvent extended(String item) {
        return new DepartmentEvent.ItemExtended(CASE, item, department(item), Sample.at("2026-12-01T10:00"), 10,
                "局长张某", DepartmentEvent.ApproverRole.AGENCY_HEAD, "案情复杂，需要补充核查");
    }

    static DepartmentEvent decided(String item, Outcome outcome) {
        return new DepartmentEvent.ItemDecided(CASE, item, department(item), Sample.at("2026-12-02T15:00"), outcome,
                outcome == Outcome.DENIED ? List.of("经营场所与污染源的距离不符合要求") : List.of(), "新市监许〔2026〕7号", null);
    }

    static DepartmentEvent cancelled(String item, Outcome outcome) {
        return new DepartmentEvent.ItemCancelled(CASE, item, department(item), Sample.at("2026-12-01T16:00"), outcome);
    }

    static ResultEvent received(String item) {
        return new ResultEvent.ResultReceived(CASE, item, "w1", Sample.at("2026-12-03T09:00"));
    }

    static ResultEvent delivered(String... items) {
        return new ResultEvent.DeliveryCompleted(CASE, List.of(items), ResultEvent.Way.WINDOW, "张**",
                "sm3:" + "cd".repeat(32), Sample.at("2026-12-03T10:10"));
    }

    static ResultEvent ordered() {
        return new ResultEvent.SupervisionIssued(CASE, "01", CASE + "-01-DB1", ResultEvent.Level.ORDER,
                department("01"), "承诺办结期限已超过", Sample.at("2026-12-10T18:00"), Sample.at("2026-12-09T09:00"));
    }
}
