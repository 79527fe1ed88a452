package org.lianban.result.bundle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.text.Characters;

/**
 * 办理轨迹: one line of a case's history.
 *
 * @param what name of the event, {@code ItemDecided}
 * @param items item numbers it is about; empty: the case
 * @param department who acted or is responsible
 * @param detail outcome, notice or decision number, procedure, timer: codes and numbers, never form data
 */
public record Entry(String what, Instant at, List<String> items, @Nullable String department, @Nullable String detail,
        @Nullable String actor) {
    /** Longest detail kept, in characters. */
    static final int MAX_DETAIL = 300;

    public Entry {
        items = items == null ? List.of() : List.copyOf(items);
    }

    public static Entry of(IntakeEvent event, @Nullable String actor) {
        return switch (event) {
            case IntakeEvent.CaseSubmitted e -> entry(event, e.handedInAt(), List.of(), null,
                    e.round() == 0 ? e.channel().name() : e.channel().name() + " #" + e.round(), actor);
            case IntakeEvent.CorrectionNotified e ->
                entry(event, e.notifiedAt(), List.of(), null, e.noticeNo() + " (" + e.defects().size() + ")", actor);
            case IntakeEvent.CaseReceived e ->
                entry(event, e.receivedAt(), List.of(), null, e.receiptNo(), actor);
            case IntakeEvent.MaterialsSupplemented e -> entry(event, e.at(), e.items(), null,
                    e.purpose() + " " + codes(e.materials()), actor);
            case IntakeEvent.CommitmentOverdue e -> entry(event, e.at(), e.items(), null, e.material(), actor);
            case IntakeEvent.CaseLapsed e -> entry(event, e.at(), List.of(), null, "#" + e.round(), actor);
            case IntakeEvent.OriginalsTransferred e ->
                entry(event, e.at(), List.of(), e.to(), String.join(",", e.materials()), actor);
            case IntakeEvent.OriginalsReturned e ->
                entry(event, e.at(), List.of(), null, String.join(",", e.materials()), actor);
            case IntakeEvent.CaseWithdrawn e -> entry(event, e.withdrawnAt(), e.items(), null, e.reason(), actor);
        };
    }

    public static Entry of(DispatchEvent event, @Nullable String actor) {
        return switch (event) {
            case DispatchEvent.ItemsDispatched e -> entry(event, e.dispatchedAt(),
                    e.tasks().stream().map(DispatchEvent.Task::itemNo).toList(), null, null, actor);
            case DispatchEvent.ItemsReleased e -> entry(event, e.releasedAt(),
                    e.releases().stream().map(DispatchEvent.Release::itemNo).toList(), null,
                    e.releases().stream().flatMap(r -> r.upstream().stream()).map(u -> u.itemNo()).distinct().sorted()
                            .collect(Collectors.joining(",")),
                    actor);
            case DispatchEvent.ItemsBlocked e -> entry(event, e.blockedAt(),
                    e.blocks().stream().map(DispatchEvent.Block::itemNo).distinct().toList(), e.lead(),
                    e.blocks().stream().map(b -> b.prerequisite() + " " + b.outcome()).distinct()
                            .collect(Collectors.joining(",")),
                    actor);
            case DispatchEvent.MaterialsOverdue e -> entry(event, e.overdueAt(),
                    e.overdue().stream().map(DispatchEvent.Overdue::itemNo).distinct().toList(), e.lead(),
                    e.overdue().stream().map(DispatchEvent.Overdue::material).distinct()
                            .collect(Collectors.joining(",")),
                    actor);
            case DispatchEvent.JointActivityScheduled e -> entry(event, e.scheduledAt(),
                    e.activity().participants().stream().map(JointActivity.Participant::itemNo).distinct().toList(),
                    e.activity().organiser(),
                    e.activity().kind() + " " + e.activity().at() + " " + e.activity().place(), actor);
            case DispatchEvent.JointActivityConcluded e -> entry(event, e.concludedAt(),
                    e.conclusions().stream().map(DispatchEvent.Conclusion::itemNo).distinct().toList(), null,
                    e.activityId() + (e.passed() ? " PASS" : " FAIL"), actor);
            case DispatchEvent.JointActivityCancelled e -> entry(event, e.cancelledAt(), e.items(), null,
                    e.activityId() + "：" + e.reason(), actor);
            case DispatchEvent.ItemsCancelled e ->
                entry(event, e.cancelledAt(), e.items(), null, e.reason().name(), actor);
            case DispatchEvent.ItemReassigned e -> entry(event, e.reassignedAt(), List.of(e.itemNo()), e.to(),
                    e.from() + ": " + e.reason(), actor);
        };
    }

    public static Entry of(DepartmentEvent event, @Nullable String actor) {
        var detail = switch (event) {
            case DepartmentEvent.ItemAcknowledged e -> null;
            case DepartmentEvent.ItemAccepted e -> e.deemed() ? "DEEMED" : e.noticeNo();
            case DepartmentEvent.ItemNotAccepted e -> String.join("；", e.reasons());
            case DepartmentEvent.CorrectionRequested e ->
                e.defects().stream().map(d -> d.target() + " " + d.problem()).collect(Collectors.joining("；"));
            case DepartmentEvent.CorrectionSupplied e -> String.join(",", e.materials());
            case DepartmentEvent.ItemExtended e -> e.workingDays() + " " + e.approverRole() + "：" + e.reason();
            case DepartmentEvent.ResultFiled e -> filed(e);
            case DepartmentEvent.JointConclusionGiven e -> e.activityId() + (e.passed() ? " PASS" : " FAIL");
            case DepartmentEvent.PreReviewConcluded e -> e.passed() ? "PASS" : "FAIL";
            case DepartmentEvent.ItemSuspended e -> e.procedure() + "：" + e.reason();
            case DepartmentEvent.ItemResumed e -> e.conclusion();
            case DepartmentEvent.ItemProgressed e -> e.note();
            case DepartmentEvent.VerificationUnavailable e -> e.reason();
            case DepartmentEvent.ItemDecided e -> decided(e);
            case DepartmentEvent.ItemCancelled e -> e.outcome().name();
        };
        return entry(event, event.at(), List.of(event.itemNo()), event.department(), detail, actor);
    }

    public static Entry of(ResultEvent event, @Nullable String actor) {
        return switch (event) {
            case ResultEvent.CaseSettled e ->
                entry(event, e.settledAt(), List.of(), null, e.outcome().name(), actor);
            case ResultEvent.TimerWarned e -> entry(event, e.warnedAt(), items(e.itemNo()), e.responsible(),
                    clock(e.timer(), e.detail(), e.dueAt()), actor);
            case ResultEvent.TimerBreached e -> entry(event, e.breachedAt(), items(e.itemNo()), e.responsible(),
                    clock(e.timer(), e.detail(), e.dueAt()), actor);
            case ResultEvent.AcceptanceDeemed e ->
                entry(event, e.at(), List.of(e.itemNo()), null, e.effectiveAt().toString(), actor);
            case ResultEvent.CorrectionAsked e -> entry(event, e.at(), List.of(e.itemNo()), null,
                    e.noticeNo() + (e.dueAt() == null ? "" : " " + e.dueAt()), actor);
            case ResultEvent.DeliveryChosen e ->
                entry(event, e.at(), List.of(), null, e.choice() + " " + e.way(), actor);
            case ResultEvent.ResultReceived e -> entry(event, e.at(), List.of(e.itemNo()), null, e.window(), actor);
            case ResultEvent.DeliveryCompleted e ->
                entry(event, e.at(), e.items(), null, e.way() + " " + e.proof(), actor);
            case ResultEvent.LicenceIssued e -> entry(event, e.at(), List.of(e.itemNo()), null, e.licenceId(), actor);
            case ResultEvent.CaseArchived e -> entry(event, e.at(), List.of(), null, e.digest(), actor);
            case ResultEvent.SupervisionIssued e -> entry(event, e.at(), items(e.itemNo()), e.department(),
                    e.level() + " " + e.orderId() + " " + e.rule(), actor);
            case ResultEvent.SupervisionCleared e -> entry(event, e.at(), List.of(), null, e.orderId(), actor);
        };
    }

    private static String clock(ResultEvent.Timer timer, @Nullable String detail, Instant due) {
        return timer + " " + (detail == null ? "" : detail + " ") + due;
    }

    private static String codes(List<MaterialRef> materials) {
        return materials.stream().map(MaterialRef::code).collect(Collectors.joining(","));
    }

    private static @Nullable String filed(DepartmentEvent.ResultFiled e) {
        return e.certificateNo() == null ? e.certificateName() : e.certificateNo();
    }

    private static String decided(DepartmentEvent.ItemDecided e) {
        var text = new StringBuilder(e.outcome().name());
        if (e.decisionNo() != null) {
            text.append(' ').append(e.decisionNo());
        }
        if (!e.reasons().isEmpty()) {
            text.append('：').append(String.join("；", e.reasons()));
        }
        return text.toString();
    }

    private static List<String> items(@Nullable String itemNo) {
        return itemNo == null ? List.of() : List.of(itemNo);
    }

    private static Entry entry(CaseEvent event, Instant at, List<String> items, @Nullable String department,
            @Nullable String detail, @Nullable String actor) {
        var kept = detail == null ? null : Characters.cut(detail, MAX_DETAIL);
        return new Entry(event.getClass().getSimpleName(), Evolution.ms(at), items, department, kept, actor);
    }
}
