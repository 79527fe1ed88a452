package org.lianban.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Party;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.Defect;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import tools.jackson.databind.node.JsonNodeFactory;

/** One one-thing of 新乡县, its calendar of 2026, and the events of cases filed under it. */
public final class Sample {
    public static final String REGION = "410721";
    public static final String CODE = "XX-09";
    public static final String HASH = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    /** Item 03: promise 20, statutory 20 working days. */
    public static final String SLOW = "03";

    private Sample() {}

    /** A case after these events, each in a transaction of its own. */
    public static Bundle after(Bundle before, Object... events) {
        var bundle = before;
        for (Object event : events) {
            var unit = new CaseUnitOfWork(bundle);
            if (event instanceof ResultEvent own) {
                unit.publish(own);
            } else {
                var consumed = (CaseEvent) event;
                unit.apply(consumed, unit.lastSeen(consumed) + 1, null);
            }
            bundle = unit.closed();
        }
        return bundle;
    }

    /** Beijing time. */
    public static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }

    /** 01 and 03 are licences; 02 waits for 01 and its waiting stops the promise, 05 waits for 04 and does not. */
    public static OneThing oneThing() {
        return new OneThing(CODE, REGION, 1, HASH, Instant.EPOCH, "新生儿出生", "新生儿出生“一件事”",
                OneThing.Subject.INDIVIDUAL, null, null, REGION + "-weijian", List.of(), null, null, null,
                new OneThing.Source("新政文〔2024〕62号", "附件1", null, null, "新乡县", "河南省", null),
                List.of(item("01", "出生医学证明", "weijian", ItemKind.LICENSE, List.of(), 5, 20, false),
                        item("02", "户口登记", "gongan", ItemKind.CONFIRM, List.of("01"), 5, 20, true),
                        item(SLOW, "生育登记", "weijian", ItemKind.LICENSE, List.of(), 20, 20, false),
                        item("04", "社保卡", "renshe", ItemKind.SERVICE, List.of(), 3, null, false),
                        item("05", "居民医保", "yibao", ItemKind.CONFIRM, List.of("04"), 3, null, false),
                        item("06", "信息核验", "shuju", ItemKind.VERIFY, List.of(), null, null, false)),
                List.of(), List.of(), List.of());
    }

    private static OneThing.Item item(String no, String name, String department, ItemKind kind, List<String> hard,
            @Nullable Integer promise, @Nullable Integer statutory, boolean waitingStops) {
        return new OneThing.Item(no, name, List.of(REGION + "-" + department), OneThing.Level.COUNTY, kind, hard,
                List.of(), null, promise == null ? null : Term.workingDays(promise),
                statutory == null ? null : Term.workingDays(statutory), waitingStops, OneThing.Confirmation.REFERENCE,
                null, null, null, null);
    }

    public static List<Department> departments() {
        return Stream.of("weijian 卫健", "gongan 公安", "renshe 人社", "yibao 医保", "shuju 数据").map(d -> d.split(" "))
                .map(d -> new Department(REGION + "-" + d[0], REGION, d[0], d[1], Department.Kind.AGENCY, List.of(d[1]),
                        null, null))
                .toList();
    }

    /** 2024 to 2026 as the State Council arranged 2026; the years before only by their weekdays. */
    public static WorkingCalendar calendar() {
        return calendar(1, List.of());
    }

    public static WorkingCalendar calendar(int version, List<LocalDate> closed) {
        var exceptions = new ArrayList<WorkingCalendar.Exception>();
        holidays(exceptions, "元旦", "01-01 01-02 01-03", "01-04");
        holidays(exceptions, "春节", "02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23", "02-14 02-28");
        holidays(exceptions, "清明节", "04-04 04-05 04-06", "");
        holidays(exceptions, "劳动节", "05-01 05-02 05-03 05-04 05-05", "05-09");
        holidays(exceptions, "端午节", "06-19 06-20 06-21", "");
        holidays(exceptions, "中秋节", "09-25 09-26 09-27", "");
        holidays(exceptions, "国庆节", "10-01 10-02 10-03 10-04 10-05 10-06 10-07", "09-20 10-10");
        closed.forEach(day -> exceptions
                .add(new WorkingCalendar.Exception(day, WorkingCalendar.Kind.HOLIDAY, "补充安排")));
        return new WorkingCalendar("CN", version, "sha256:calendar-" + version, "Asia/Shanghai",
                List.of(new WorkingCalendar.Year(2025, false, "国办发明电〔2024〕12号", List.of()),
                        new WorkingCalendar.Year(2026, false, "2026年部分节假日安排", exceptions)),
                List.of(new WorkingCalendar.Hours(LocalTime.of(8, 30), LocalTime.of(12, 0)),
                        new WorkingCalendar.Hours(LocalTime.of(14, 30), LocalTime.of(18, 0))));
    }

    private static void holidays(List<WorkingCalendar.Exception> to, String name, String off, String on) {
        for (String day : off.split(" ")) {
            to.add(new WorkingCalendar.Exception(LocalDate.parse("2026-" + day), WorkingCalendar.Kind.HOLIDAY, name));
        }
        for (String day : on.isEmpty() ? new String[0] : on.split(" ")) {
            to.add(new WorkingCalendar.Exception(LocalDate.parse("2026-" + day), WorkingCalendar.Kind.WORKDAY, name));
        }
    }

    /** The events of one case, at the instants given. */
    public record Case(String no) {
        public IntakeEvent submitted(Instant at) {
            return submitted(0, at, "S-" + no);
        }

        public IntakeEvent submitted(int round, Instant at, @Nullable String provinceNo) {
            return new IntakeEvent.CaseSubmitted(no, REGION, CODE, HASH, Channel.WINDOW, "w1", "张*", provinceNo, round,
                    at);
        }

        public IntakeEvent corrected(int round, Instant at) {
            return new IntakeEvent.CorrectionNotified(no, "BZ-" + round, round, List.of(), at);
        }

        public IntakeEvent received(Instant handedIn, Instant at, String... items) {
            return new IntakeEvent.CaseReceived(no, REGION, CODE, HASH, "SJ-" + no, List.of(items), handedIn, at,
                    pack());
        }

        public IntakeEvent withdrawn(Instant at, String... items) {
            return new IntakeEvent.CaseWithdrawn(no, List.of(items), "不办了", at);
        }

        public DispatchEvent dispatched(Instant handedIn, Instant at, String... items) {
            var chosen = List.of(items);
            var tasks = oneThing().items().stream().filter(item -> chosen.contains(item.no()))
                    .map(item -> new DispatchEvent.Task(item.no(), item.kind(), item.primaryDepartment(), List.of(),
                            item.hard().stream().filter(chosen::contains).toList(), List.of()))
                    .toList();
            return new DispatchEvent.ItemsDispatched(no, 1, REGION, CODE, HASH, handedIn, at, at, pack(), tasks,
                    List.of());
        }

        public DispatchEvent released(Instant at, String item, boolean mayDecide, String... upstream) {
            return new DispatchEvent.ItemsReleased(no, 1, at, List.of(new DispatchEvent.Release(item, mayDecide,
                    Stream.of(upstream).map(u -> new DispatchEvent.UpstreamResult(u, Outcome.APPROVED, null, null, at))
                            .toList())));
        }

        public DispatchEvent blocked(Instant at, String item, String by) {
            return new DispatchEvent.ItemsBlocked(no, 1, at, REGION + "-weijian",
                    List.of(new DispatchEvent.Block(item, by, Outcome.DENIED)));
        }

        public DispatchEvent cancelled(Instant at, String... items) {
            return new DispatchEvent.ItemsCancelled(no, 2, at, DispatchEvent.CancelReason.WITHDRAWN, List.of(items));
        }

        public DepartmentEvent acknowledged(String item, Instant at) {
            return new DepartmentEvent.ItemAcknowledged(no, item, department(item), at);
        }

        public DepartmentEvent accepted(String item, Instant at) {
            return accepted(item, at, at, false);
        }

        public DepartmentEvent accepted(String item, Instant at, Instant effective, boolean deemed) {
            return new DepartmentEvent.ItemAccepted(no, item, department(item), at, effective, deemed, "SL-" + item);
        }

        public DepartmentEvent decided(String item, Instant at, Outcome outcome) {
            return new DepartmentEvent.ItemDecided(no, item, department(item), at, outcome,
                    outcome.satisfiesDependents() ? List.of() : List.of("材料不实"), "JD-" + item, null);
        }

        public DepartmentEvent suspended(String item, Instant at, boolean promise, boolean statutory) {
            return new DepartmentEvent.ItemSuspended(no, item, department(item), at, "专家评审", "需要评审", promise,
                    statutory);
        }

        public DepartmentEvent resumed(String item, Instant at) {
            return new DepartmentEvent.ItemResumed(no, item, department(item), at, "通过");
        }

        public DepartmentEvent preReviewed(String item, Instant at) {
            return new DepartmentEvent.PreReviewConcluded(no, item, department(item), at, true, List.of());
        }

        public DepartmentEvent itemCancelled(String item, Instant at, Outcome outcome) {
            return new DepartmentEvent.ItemCancelled(no, item, department(item), at, outcome);
        }

        public IntakeEvent correctedUntil(int round, Instant at, Instant due, boolean mayLapse) {
            return new IntakeEvent.CorrectionNotified(no, "BZ-" + round, round, List.of(), at, due, mayLapse);
        }

        /** Receipt with a material that is to follow. */
        public IntakeEvent receivedOwing(Instant handedIn, Instant at, String material, @Nullable Instant due,
                String... items) {
            var commitment = new IntakeEvent.Commitment(material,
                    due == null ? IntakeEvent.Commitment.Type.WAIVE : IntakeEvent.Commitment.Type.DEFER, due,
                    List.of(items), "rq", 1, at, "sha256:signed", "不予办结");
            return new IntakeEvent.CaseReceived(no, REGION, CODE, HASH, "SJ-" + no, List.of(items), handedIn, at,
                    pack(), new IntakeEvent.ReceiptFacts(false, List.of(commitment), List.of(), null, null, null,
                            List.of()));
        }

        public IntakeEvent supplemented(SupplementPurpose purpose, String material, Instant at, String... items) {
            return new IntakeEvent.MaterialsSupplemented(no, purpose, List.of(items), List.of(material(material)), at);
        }

        public static MaterialRef material(String code) {
            return new MaterialRef(code, "材料" + code, MaterialRef.Form.PAPER, null, null, 0);
        }

        public DispatchEvent dispatchedOwing(Instant at, String material, String... items) {
            var plain = (DispatchEvent.ItemsDispatched) dispatched(at, at, items);
            return new DispatchEvent.ItemsDispatched(no, 1, REGION, CODE, HASH, at, at, at, pack(),
                    plain.tasks().stream().map(t -> new DispatchEvent.Task(t.itemNo(), t.kind(), t.department(),
                            t.others(), t.hard(), t.soft(), false, List.of(material))).toList(),
                    List.of());
        }

        public DepartmentEvent suspended(String item, Instant at, String key, Term limit) {
            return new DepartmentEvent.ItemSuspended(no, item, department(item), at, "专家评审", "需要评审", true, true, key,
                    limit);
        }

        public DepartmentEvent correctionRequested(String item, Instant at) {
            return new DepartmentEvent.CorrectionRequested(no, item, department(item), at,
                    List.of(new Defect("material:m01", "缺少签名", "补签后重新提交")), null);
        }

        public DepartmentEvent correctionSupplied(String item, Instant at) {
            return new DepartmentEvent.CorrectionSupplied(no, item, department(item), at, List.of("m01"));
        }

        public DepartmentEvent extended(String item, Instant at, int days) {
            return new DepartmentEvent.ItemExtended(no, item, department(item), at, days, "head-1",
                    DepartmentEvent.ApproverRole.AGENCY_HEAD, "情况复杂");
        }

        public DepartmentEvent progressed(String item, Instant at) {
            return new DepartmentEvent.ItemProgressed(no, item, department(item), at, "已制卡");
        }

        public DepartmentEvent filed(String item, Instant at) {
            return new DepartmentEvent.ResultFiled(no, item, department(item), at, true, "证", "Z-" + item, null);
        }

        public static String department(String item) {
            return oneThing().item(item).orElseThrow().primaryDepartment();
        }

        private static CasePack pack() {
            return new CasePack(new Party("张三", Party.IdType.RESIDENT_ID, "11010519491231002X", null), null, Map.of(),
                    JsonNodeFactory.instance.objectNode().put("childName", "张小三"), List.of());
        }
    }
}
