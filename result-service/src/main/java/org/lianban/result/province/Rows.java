package org.lianban.result.province;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.province.CaseRecords;
import org.lianban.contracts.province.CaseRecords.Operation;
import org.lianban.contracts.province.CaseRecords.Special;
import org.lianban.contracts.province.CaseRecords.Table;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.records.CaseFile;

/**
 * From what happened to the rows that tell it. A pure function of the change, so that a row can be made again at any
 * time; its {@code rowGuid} derives from what it is about.
 */
public final class Rows {
    /** 延长审批 (GB/T 39046: 特别程序 1). */
    static final String EXTENSION = "extension";

    private final CaseChange change;
    private final @Nullable CaseFile file;
    private final UnaryOperator<String> departmentName;
    private final Map<String, CaseRecords.Row> rows = new LinkedHashMap<>();

    private Rows(CaseChange change, @Nullable CaseFile file, UnaryOperator<String> departmentName) {
        this.change = change;
        this.file = file;
        this.departmentName = departmentName;
    }

    /**
     * @param file of the case; null while none was written
     * @param departmentName shown name of a department by id
     * @return in order; a row that several events touched is there once, as the last left it
     */
    public static List<CaseRecords.Row> of(CaseChange change, @Nullable CaseFile file,
            UnaryOperator<String> departmentName) {
        var rows = new Rows(change, file, departmentName);
        change.events().forEach(rows::add);
        return List.copyOf(rows.rows.values());
    }

    private void add(CaseChange.RecordedEvent recorded) {
        switch (recorded.event()) {
            case DepartmentEvent e -> department(e, recorded);
            case IntakeEvent e -> intake(e);
            // The tables ask what departments did, not who was asked.
            case DispatchEvent e -> untold();
            case ResultEvent e -> own(e);
        }
    }

    private void intake(IntakeEvent event) {
        switch (event) {
            case IntakeEvent.CaseReceived e -> materials(e.pack().materials(), Operation.INSERT);
            case IntakeEvent.MaterialsSupplemented e -> materials(e.materials(), Operation.UPDATE);
            case IntakeEvent.CaseSubmitted e -> untold();
            case IntakeEvent.CorrectionNotified e -> untold();
            case IntakeEvent.CommitmentOverdue e -> untold();
            case IntakeEvent.CaseLapsed e -> untold();
            case IntakeEvent.OriginalsTransferred e -> untold();
            case IntakeEvent.OriginalsReturned e -> untold();
            case IntakeEvent.CaseWithdrawn e -> untold();
        }
    }

    private void own(ResultEvent event) {
        switch (event) {
            case ResultEvent.LicenceIssued e -> put(e.itemNo(), Table.LICENCE, e.licenceId(), Operation.INSERT,
                    new CaseRecords.Licence(e.licenceId(), e.name(), e.digest(), e.validUntil()));
            case ResultEvent.DeliveryCompleted e -> e.items().forEach(no -> result(no, Operation.UPDATE));
            case ResultEvent.CaseSettled e -> untold();
            case ResultEvent.TimerWarned e -> untold();
            case ResultEvent.TimerBreached e -> untold();
            case ResultEvent.AcceptanceDeemed e -> untold();
            case ResultEvent.CorrectionAsked e -> untold();
            case ResultEvent.DeliveryChosen e -> untold();
            case ResultEvent.ResultReceived e -> untold();
            case ResultEvent.CaseArchived e -> untold();
            case ResultEvent.SupervisionIssued e -> untold();
            case ResultEvent.SupervisionCleared e -> untold();
        }
    }

    /** Nothing that the tables ask for. */
    private static void untold() {}

    private void materials(List<MaterialRef> materials, Operation operation) {
        for (MaterialRef m : materials) {
            put(null, Table.MATERIAL, m.code(), operation,
                    new CaseRecords.Material(m.name(), m.form(), m.form().handedIn() ? 1 : 0, m.digest()));
        }
    }

    private void department(DepartmentEvent event, CaseChange.RecordedEvent recorded) {
        switch (event) {
            case DepartmentEvent.ItemAccepted e -> {
                accept(e);
                step(recorded, e, "受理", e.deemed() ? "视为受理" : null);
            }
            case DepartmentEvent.ItemNotAccepted e -> {
                step(recorded, e, "受理", "不予受理：" + String.join("；", e.reasons()));
                result(e.itemNo(), Operation.INSERT);
            }
            case DepartmentEvent.PreReviewConcluded e -> step(recorded, e, "预审", e.passed() ? "预审通过" : "预审未通过");
            case DepartmentEvent.ItemProgressed e -> step(recorded, e, "办理", e.note());
            case DepartmentEvent.CorrectionRequested e -> step(recorded, e, "补正", "要求补正");
            case DepartmentEvent.CorrectionSupplied e -> step(recorded, e, "补正", "补正到齐");
            case DepartmentEvent.JointConclusionGiven e -> step(recorded, e, "联合办理", e.passed() ? "通过" : "不通过");
            case DepartmentEvent.VerificationUnavailable e -> step(recorded, e, "核验", e.reason());
            case DepartmentEvent.ItemExtended e -> put(e.itemNo(), Table.SPECIAL_PROCEDURE, EXTENSION,
                    Operation.INSERT, new Special(EXTENSION, "延长审批", e.reason(), ms(e.at()), ms(e.at()),
                            "延长" + e.workingDays() + "个工作日"));
            case DepartmentEvent.ItemSuspended e -> put(e.itemNo(), Table.SPECIAL_PROCEDURE,
                    "from " + ms(e.at()), Operation.INSERT,
                    new Special(e.key() == null ? e.procedure() : e.key(), e.procedure(), e.reason(), ms(e.at()), null,
                            null));
            case DepartmentEvent.ItemResumed e -> resumed(e);
            case DepartmentEvent.ItemDecided e -> {
                step(recorded, e, "审批", e.reasons().isEmpty() ? null : String.join("；", e.reasons()));
                result(e.itemNo(), Operation.INSERT);
            }
            case DepartmentEvent.ItemCancelled e -> result(e.itemNo(), Operation.INSERT);
            case DepartmentEvent.ResultFiled e -> result(e.itemNo(), Operation.UPDATE);
            case DepartmentEvent.ItemAcknowledged e -> untold();
        }
    }

    private void step(CaseChange.RecordedEvent recorded, DepartmentEvent event, String name, @Nullable String explain) {
        put(event.itemNo(), Table.PROCESS, recorded.source() + " " + recorded.sequence(), Operation.INSERT,
                new CaseRecords.Process(name, event.getClass().getSimpleName(), recorded.actor(), explain,
                        ms(event.at()), ms(event.at())));
    }

    private void resumed(DepartmentEvent.ItemResumed e) {
        for (Item.Pause pause : after().item(e.itemNo()).pauses()) {
            if (ms(e.at()).equals(pause.to())) {
                put(e.itemNo(), Table.SPECIAL_PROCEDURE, "from " + pause.from(), Operation.UPDATE,
                        new Special(pause.key() == null ? pause.procedure() : pause.key(), pause.procedure(), null,
                                pause.from(), pause.to(), e.conclusion()));
            }
        }
    }

    private void accept(DepartmentEvent.ItemAccepted e) {
        var terms = change.terms();
        var listed = terms == null ? null : terms.oneThing().item(e.itemNo()).orElse(null);
        var origin = after().intake().origin();
        var party = file == null ? null : file.people().applicant();
        var contact = file == null ? null : file.people().agent() == null ? party : file.people().agent();
        put(e.itemNo(), Table.ACCEPT, "", Operation.INSERT, new CaseRecords.Accept(
                listed == null ? null : listed.rules().basicCode(),
                listed == null ? null : listed.rules().implementationCode(),
                listed == null ? null : listed.rules().businessCode(), listed == null ? e.itemNo() : listed.name(),
                terms == null ? 1 : terms.oneThing().version(), origin == null ? null : origin.channel(),
                party == null ? null : party.name(), party == null ? null : party.idType(),
                party == null ? null : party.idNumber(), contact == null ? null : contact.name(),
                contact == null ? null : contact.phone(), after().intake().handedInAt(), ms(e.effectiveAt()),
                terms == null ? null : promised(terms, e.itemNo()), e.noticeNo(),
                listed != null && listed.rules().instant(), e.department(), departmentName.apply(e.department())));
    }

    private @Nullable LocalDate promised(Terms terms, String itemNo) {
        return Clocks.of(after(), terms, itemNo).stream().filter(c -> c.timer() == ResultEvent.Timer.PROMISE)
                .findFirst()
                .map(c -> c.read(c.start()).deadline().lastDay()).orElse(null);
    }

    private void result(String itemNo, Operation operation) {
        var item = after().item(itemNo);
        var end = item.end();
        if (end == null) {
            return;
        }
        var listed = listed(itemNo);
        var filed = item.course().filed();
        var licence = item.handout().licence();
        put(itemNo, Table.RESULT, "", operation, new CaseRecords.Result(end.outcome(), end.at(), end.decisionNo(),
                licence != null ? licence.name() : listed == null ? null : listed.rules().resultName(),
                filed == null ? null : filed.certificateNo(), item.handout().delivered() != null));
    }

    private OneThing.@Nullable Item listed(String itemNo) {
        var terms = change.terms();
        return terms == null ? null : terms.oneThing().item(itemNo).orElse(null);
    }

    private Bundle after() {
        return change.after();
    }

    /** An update of a row that is inserted in the same batch is part of the insertion. */
    private void put(@Nullable String itemNo, Table table, String key, Operation operation, Object content) {
        var project = itemNo == null ? change.caseNo() : change.caseNo() + "-" + itemNo;
        var guid = UUID.nameUUIDFromBytes((project + "/" + table + "/" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
        var before = rows.get(guid);
        var first = before != null && before.operation() == Operation.INSERT ? Operation.INSERT : operation;
        rows.put(guid, new CaseRecords.Row(guid, table, first, project, as(CaseRecords.Accept.class, content),
                as(CaseRecords.Process.class, content),
                as(Special.class, content), as(CaseRecords.Result.class, content),
                as(CaseRecords.Material.class, content), as(CaseRecords.Licence.class, content)));
    }

    private static <T> @Nullable T as(Class<T> type, Object content) {
        return type.isInstance(content) ? type.cast(content) : null;
    }

    private static Instant ms(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
