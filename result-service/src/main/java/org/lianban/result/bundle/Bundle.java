package org.lianban.result.bundle;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;

/**
 * 办件: what result-service knows of one case, as facts. A fact is written by one topic only and topics keep their own
 * order, so facts merge to the same bundle however the topics interleave; every state is derived from them.
 *
 * <p>
 * Instants are whole milliseconds.
 *
 * @param filing under which one-thing it was filed; null until a topic told
 * @param frozen 已分发: from here on the set of items that must end is fixed
 * @param items every item that any topic spoke of, by number
 * @param joints 联合评审、勘验、验收 of the lead department, in the order they were arranged
 * @param outlet 送达、督办与归档; {@link Outlet#NONE} for a case that has not come so far
 */
public record Bundle(String caseNo, @Nullable Filing filing, Intake intake, @Nullable Frozen frozen,
        SortedMap<String, Item> items, Book book, List<Joint> joints, Outlet outlet) {

    /** @param hash of the catalogue version that the case keeps */
    public record Filing(String region, String oneThing, String hash) {}

    /**
     * 收件 as intake told it.
     *
     * @param origin null until CaseSubmitted was seen
     * @param round 0, then one more with every resubmission
     * @param correctedAt 一次告知 of the current round
     * @param more what most cases never have
     */
    public record Intake(@Nullable Origin origin, int round, @Nullable Instant handedInAt,
            @Nullable Instant correctedAt, @Nullable Receipt receipt, List<Withdrawal> withdrawals, IntakeMore more) {
        public static final Intake NONE = new Intake(null, 0, null, null, null, List.of(), IntakeMore.NONE);

        public Intake {
            withdrawals = withdrawals == null ? List.of() : List.copyOf(withdrawals);
            more = more == null ? IntakeMore.NONE : more;
        }

        Intake with(IntakeMore changed) {
            return new Intake(origin, round, handedInAt, correctedAt, receipt, withdrawals, changed);
        }
    }

    /**
     * @param term 补正期限 of the current round's notice
     * @param past rounds that a resubmission closed, oldest first
     * @param lapsedAt 补正不来办结
     * @param owed 容缺后补 and 承诺免交, as signed
     * @param supplements 补交 after the receipt
     * @param originals 原件 moves, oldest first
     */
    public record IntakeMore(@Nullable CorrectionTerm term, List<Round> past, @Nullable Instant lapsedAt,
            List<Owed> owed, List<Supplement> supplements, List<Originals> originals) {
        public static final IntakeMore NONE = new IntakeMore(null, List.of(), null, List.of(), List.of(), List.of());

        public IntakeMore {
            past = past == null ? List.of() : List.copyOf(past);
            owed = owed == null ? List.of() : List.copyOf(owed);
            supplements = supplements == null ? List.of() : List.copyOf(supplements);
            originals = originals == null ? List.of() : List.copyOf(originals);
        }

        IntakeMore with(@Nullable CorrectionTerm notified) {
            return new IntakeMore(notified, past, lapsedAt, owed, supplements, originals);
        }

        IntakeMore withPast(List<Round> closed) {
            return new IntakeMore(null, closed, lapsedAt, owed, supplements, originals);
        }

        IntakeMore lapsed(Instant at) {
            return new IntakeMore(term, past, at, owed, supplements, originals);
        }

        IntakeMore withOwed(List<Owed> changed) {
            return new IntakeMore(term, past, lapsedAt, changed, supplements, originals);
        }

        IntakeMore with(List<Owed> changed, List<Supplement> more) {
            return new IntakeMore(term, past, lapsedAt, changed, more, originals);
        }

        IntakeMore moved(List<Originals> moves) {
            return new IntakeMore(term, past, lapsedAt, owed, supplements, moves);
        }
    }

    /** @param mayLapse whether the case ends when the term runs out */
    public record CorrectionTerm(Instant dueAt, boolean mayLapse) {}

    /**
     * A round of the application that ended with a correction notice.
     *
     * @param dueAt null: no term was set
     */
    public record Round(Instant handedInAt, Instant correctedAt, @Nullable Instant dueAt) {}

    /**
     * 承诺 of one material.
     *
     * @param items that need it
     * @param suppliedAt 容缺补齐
     * @param overdueAt when intake said that it did not come
     * @param spoken of its clock
     */
    public record Owed(String material, Commitment.Type type, Instant signedAt, @Nullable Instant dueAt,
            List<String> items, @Nullable Instant suppliedAt, @Nullable Instant overdueAt, Spoken spoken) {
        public Owed {
            items = items == null ? List.of() : List.copyOf(items);
            spoken = spoken == null ? Spoken.NONE : spoken;
        }

        /** Whether the applicant still has to bring it; a waived one is never brought. */
        public boolean isOpen() {
            return type == Commitment.Type.DEFER && suppliedAt == null;
        }

        Owed supplied(Instant at) {
            return suppliedAt != null ? this : new Owed(material, type, signedAt, dueAt, items, at, overdueAt, spoken);
        }

        Owed overdue(Instant at) {
            return new Owed(material, type, signedAt, dueAt, items, suppliedAt, at, spoken);
        }

        Owed spoke(UnaryOperator<Spoken> change) {
            return new Owed(material, type, signedAt, dueAt, items, suppliedAt, overdueAt, change.apply(spoken));
        }
    }

    /** 补交 of materials, by code. */
    public record Supplement(SupplementPurpose purpose, List<String> items, List<String> materials, Instant at) {
        public Supplement {
            items = items == null ? List.of() : List.copyOf(items);
            materials = materials == null ? List.of() : List.copyOf(materials);
        }
    }

    /**
     * 原件移交或退还.
     *
     * @param returned to the applicant; otherwise to the lead department
     * @param receiver who took them
     */
    public record Originals(boolean returned, List<String> materials, String receiver, Instant at) {
        public Originals {
            materials = materials == null ? List.of() : List.copyOf(materials);
        }
    }

    /**
     * @param applicantName masked
     * @param test 测试办件: out of every statistic
     * @param priority 绿色通道
     */
    public record Origin(Channel channel, @Nullable String window, String applicantName, @Nullable String provinceNo,
            boolean test, boolean priority) {}

    /** 收件回执. */
    public record Receipt(String no, Instant at, boolean test) {}

    /** @param items empty: the whole case */
    public record Withdrawal(Instant at, List<String> items) {
        public Withdrawal {
            items = items == null ? List.of() : List.copyOf(items);
        }

        boolean covers(String itemNo) {
            return items.isEmpty() || items.contains(itemNo);
        }
    }

    /**
     * 已分发.
     *
     * @param receivedAt when the window received it, as the dispatcher was told
     * @param skipped 不适用, by item number
     */
    public record Frozen(Instant at, Instant receivedAt, List<String> skipped) {
        public Frozen {
            skipped = skipped == null ? List.of() : List.copyOf(skipped);
        }
    }

    /**
     * What was read and what was written: the last sequence seen of each source, the last one published, and the end.
     *
     * @param version one more with every transaction that changed the case
     * @param spoken which of the case's own clocks have spoken in the current round
     * @param chain last link of the journal; null for a case of before journals were chained
     */
    public record Book(long version, long intakeSeen, long dispatchSeen, Published published, Spoken spoken,
            @Nullable Settlement settlement, @Nullable String chain) {
        static final Book EMPTY = new Book(0, 0, 0, Published.NONE, Spoken.NONE, null, null);

        public Book {
            published = published == null ? Published.NONE : published;
            spoken = spoken == null ? Spoken.NONE : spoken;
        }

        Book closed(int own, int told) {
            return new Book(version + 1, intakeSeen, dispatchSeen,
                    new Published(published.result() + own, published.province() + told), spoken, settlement, chain);
        }

        Book sawIntake(long sequence) {
            return new Book(version, sequence, dispatchSeen, published, spoken, settlement, chain);
        }

        Book sawDispatch(long sequence) {
            return new Book(version, intakeSeen, sequence, published, spoken, settlement, chain);
        }

        Book spoke(UnaryOperator<Spoken> change) {
            return new Book(version, intakeSeen, dispatchSeen, published, change.apply(spoken), settlement, chain);
        }

        Book settled(Settlement end) {
            return new Book(version, intakeSeen, dispatchSeen, published, spoken, end, chain);
        }

        /** With the last link of the case's journal. */
        public Book chained(String link) {
            return new Book(version, intakeSeen, dispatchSeen, published, spoken, settlement, link);
        }
    }

    /** Last sequences of this service's own event streams of the case. */
    public record Published(long result, long province) {
        public static final Published NONE = new Published(0, 0);
    }

    /** 全部办结, or 已撤回 before it was received. */
    public record Settlement(CaseOutcome outcome, Instant at) {}

    public Bundle {
        items = items == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(items);
        intake = intake == null ? Intake.NONE : intake;
        book = book == null ? Book.EMPTY : book;
        joints = joints == null ? List.of() : List.copyOf(joints);
        outlet = outlet == null ? Outlet.NONE : outlet;
    }

    /** A case without joint activities that has not come to delivery. */
    public Bundle(String caseNo, @Nullable Filing filing, Intake intake, @Nullable Frozen frozen,
            SortedMap<String, Item> items, Book book) {
        this(caseNo, filing, intake, frozen, items, book, List.of(), Outlet.NONE);
    }

    public static Bundle empty(String caseNo) {
        return new Bundle(caseNo, null, Intake.NONE, null, Collections.emptySortedMap(), Book.EMPTY);
    }
    public boolean isSettled() {
        return book.settlement() != null;
    }

    /** 补正不来办结, unless something came of it all the same. */
    public boolean isLapsed() {
        return intake.more().lapsedAt() != null && !isSettled() && frozen == null;
    }

    /** Nothing more is to be decided. */
    public boolean isOver() {
        return isSettled() || isLapsed();
    }

    /** 测试办件: out of every statistic. */
    public boolean isTest() {
        return intake.origin() != null && intake.origin().test()
                || intake.receipt() != null && intake.receipt().test();
    }

    /** 待送达事项: approved items that yield a result, by number. */
    public SortedSet<String> deliverable() {
        return numbers(item -> item.task() != null && item.yieldsResult());
    }

    private SortedSet<String> numbers(Predicate<Item> which) {
        var numbers = new TreeSet<String>();
        items.forEach((no, item) -> {
            if (which.test(item)) {
                numbers.add(no);
            }
        });
        return numbers;
    }

    /** Commitments on a material that this item needs. */
    public List<Owed> owedBy(String itemNo) {
        return intake.more().owed().stream().filter(owed -> owed.items().contains(itemNo)).toList();
    }

    /** When the applicant supplied what a department had asked for; empty while nothing came. */
    public Optional<Instant> correctionSuppliedAt(String itemNo) {
        return intake.more().supplements().stream().filter(
                s -> s.purpose() == SupplementPurpose.CORRECTION && s.items().contains(itemNo)).map(Supplement::at)
                .findFirst();
    }

    /** 应办结事项: the frozen set; empty while the dispatcher has not spoken. */
    public SortedSet<String> expected() {
        return numbers(item -> item.task() != null);
    }

    public SortedSet<String> ended() {
        return numbers(item -> item.end() != null);
    }

    public Item item(String no) {
        var item = items.get(no);
        return item == null ? Item.EMPTY : item;
    }

    /** 收件时间: the statutory notice clock runs from it (行政许可法 32). */
    public Optional<Instant> receivedAt() {
        if (intake.receipt() != null) {
            return Optional.of(intake.receipt().at());
        }
        return frozen == null ? Optional.empty() : Optional.of(frozen.receivedAt());
    }

    /** When the applicant withdrew this item, alone or with the whole case. */
    public Optional<Instant> withdrawnAt(String itemNo) {
        return intake.withdrawals().stream().filter(w -> w.covers(itemNo)).map(Withdrawal::at).findFirst();
    }

    /** When the applicant withdrew the whole case. */
    public Optional<Instant> withdrawnAt() {
        return intake.withdrawals().stream().filter(w -> w.items().isEmpty()).map(Withdrawal::at).findFirst();
    }

    /**
     * 前置未结: hard prerequisites of the item that are not satisfied yet. Empty once the dispatcher released it, which
     * includes the lead letting it go on without one.
     */
    public SortedSet<String> openPrerequisites(String itemNo) {
        var open = new TreeSet<String>();
        var item = item(itemNo);
        if (item.task() == null || item.gate().releasedAt() != null) {
            return open;
        }
        for (String no : item.task().hard()) {
            var end = item(no).end();
            if (end == null || !end.outcome().satisfiesDependents()) {
                open.add(no);
            }
        }
        return open;
    }

    public Bundle withItem(String no, Item item) {
        var changed = new TreeMap<>(items);
        changed.put(no, item);
        return withItems(changed);
    }

    public Bundle withItems(SortedMap<String, Item> changed) {
        return new Bundle(caseNo, filing, intake, frozen, changed, book, joints, outlet);
    }

    Bundle with(Intake changed) {
        return new Bundle(caseNo, filing, changed, frozen, items, book, joints, outlet);
    }

    Bundle with(IntakeMore changed) {
        return with(intake.with(changed));
    }

    Bundle with(Frozen set) {
        return new Bundle(caseNo, filing, intake, set, items, book, joints, outlet);
    }

    Bundle withJoints(List<Joint> changed) {
        return new Bundle(caseNo, filing, intake, frozen, items, book, changed, outlet);
    }

    Bundle with(Outlet changed) {
        return new Bundle(caseNo, filing, intake, frozen, items, book, joints, changed);
    }

    public Bundle with(Book changed) {
        return new Bundle(caseNo, filing, intake, frozen, items, changed, joints, outlet);
    }

    Bundle sawIntake(long sequence) {
        return with(book.sawIntake(sequence));
    }

    Bundle sawDispatch(long sequence) {
        return with(book.sawDispatch(sequence));
    }

    Bundle filed(String region, String oneThing, String hash) {
        return filing == null
                ? new Bundle(caseNo, new Filing(region, oneThing, hash), intake, frozen, items, book, joints, outlet)
                : this;
    }

    /**
     * 联合评审、联合勘验、联合验收, as the dispatcher tells it.
     *
     * @param participants item numbers
     * @param at when it takes place
     * @param scheduledAt when it was arranged, or arranged anew
     * @param ended null while it is to come
     */
    public record Joint(String id, JointActivity.Kind kind, String organiser, List<String> participants, Instant at,
            String place, Instant scheduledAt, @Nullable Ended ended) {

        /**
         * @param passed null: cancelled
         * @param failed items whose department did not pass it
         */
        public record Ended(Instant at, @Nullable Boolean passed, List<String> failed) {
            public Ended {
                failed = failed == null ? List.of() : List.copyOf(failed);
            }
        }

        public Joint {
            participants = participants == null ? List.of() : List.copyOf(participants);
        }
        public boolean isOpen() {
            return ended == null;
        }

        Joint ended(Ended how) {
            return new Joint(id, kind, organiser, participants, at, place, scheduledAt, how);
        }
    }
}
