package org.lianban.result.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.Channel;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.result.ResultEvent.CaseOutcome;
import org.lianban.contracts.result.ResultEvent.Timer;
import org.lianban.result.clock.Clock;

/**
 * 办件总览: the whole bundle at one look.
 *
 * @param version one more with every transaction that changed the case; also the ETag
 * @param applicantName masked
 * @param next what happens next, in Chinese
 * @param due the nearest deadline that is open
 * @param items 联办事项 in list order; empty until dispatched
 * @param skipped 不适用: items that the applicant's answers left out
 */
public record CaseView(String caseNo, long version, @Nullable String region, @Nullable String regionName,
        @Nullable OneThingRef oneThing, @Nullable DepartmentRef lead, @Nullable Channel channel,
        @Nullable String window, @Nullable String applicantName, @Nullable String provinceNo,
        @Nullable String receiptNo, CaseState state, String stateText, @Nullable CaseOutcome outcome,
        @Nullable String outcomeText, String next, @Nullable DueView due, Progress progress, Times times,
        List<ItemView> items, List<ItemRef> skipped) {

    /** @param hash the catalogue version the case keeps */
    public record OneThingRef(String code, @Nullable String name, String hash) {}

    public record DepartmentRef(String id, String name) {}

    public record ItemRef(String itemNo, String name) {}

    public record Progress(int ended, int total) {}

    /** @param round 0, then one more with every resubmission */
    public record Times(int round, @Nullable Instant handedInAt, @Nullable Instant correctionNotifiedAt,
            @Nullable Instant receivedAt, @Nullable Instant dispatchedAt, @Nullable Instant withdrawnAt,
            @Nullable Instant settledAt) {}

    /**
     * A deadline in short.
     *
     * @param due null while paused
     * @param provisional days were counted whose calendar is not published yet
     */
    public record DueView(Timer timer, String timerText, @Nullable String itemNo, @Nullable Instant due,
            @Nullable LocalDate lastDay, @Nullable Instant amber, Clock.Status status, boolean dueSoon,
            boolean provisional) {}

    /**
     * @param since when it came into this state
     * @param due the nearest open deadline of the item
     * @param waitsFor 前置未结: prerequisites that are open
     * @param why why it does not go on, in Chinese; null when nothing holds it up
     * @param next what happens next, in Chinese
     * @param deemed 视为受理
     * @param progressNote 办理进度 as the department told it
     */
    public record ItemView(String itemNo, String name, ItemKind kind, ItemState state, String stateText,
            DepartmentRef department, List<DepartmentRef> others, @Nullable Instant since, @Nullable DueView due,
            List<Waiting> waitsFor, @Nullable String why, String next, @Nullable Instant acceptedAt, boolean deemed,
            @Nullable Instant endedAt, @Nullable String decisionNo, @Nullable String progressNote) {}

    /** A prerequisite that is waited for, with who has it and how far it is. */
    public record Waiting(String itemNo, String name, ItemState state, String stateText, DepartmentRef department) {}
}
