package org.lianban.result.bundle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.contracts.result.ResultEvent.CaseOutcome;

/**
 * 办件: what result-service knows of one case, as facts. A fact is written by one topic only and topics keep their own
 * order, so facts merge to the same bundle however the topics interleave; every state is derived from them.
 *
 * <p>
 * Instants are whole milliseconds. Property names are short because a bundle is stored as text with every change.
 *
 * @param filing under which one-thing it was filed; null until a topic told
 * @param frozen 已分发: from here on the set of items that must end is fixed
 * @param items every item that any topic spoke of, by number
 */
public record Bundle(@JsonProperty("c") String caseNo, @JsonProperty("f") @Nullable Filing filing,
        @JsonProperty("n") Intake intake, @JsonProperty("d") @Nullable Frozen frozen,
        @JsonProperty("i") SortedMap<String, Item> items, @JsonProperty("b") Book book) {

    /** @param hash of the catalogue version that the case keeps */
    public record Filing(@JsonProperty("r") String region, @JsonProperty("o") String oneThing,
            @JsonProperty("h") String hash) {}

    /**
     * 收件 as intake told it.
     *
     * @param origin null until CaseSubmitted was seen
     * @param round 0, then one more with every resubmission
     * @param correctedAt 一次告知 of the current round
     */
    public record Intake(@JsonProperty("o") @Nullable Origin origin, @JsonProperty("r") int round,
            @JsonProperty("h") @Nullable Instant handedInAt, @JsonProperty("c") @Nullable Instant correctedAt,
            @JsonProperty("v") @Nullable Receipt receipt, @JsonProperty("w") List<Withdrawal> withdrawals) {
        static final Intake NONE = new Intake(null, 0, null, null, null, List.of());

        public Intake {
            withdrawals = withdrawals == null ? List.of() : List.copyOf(withdrawals);
        }
    }

    /** @param applicantName masked */
    public record Origin(@JsonProperty("c") Channel channel, @JsonProperty("w") @Nullable String window,
            @JsonProperty("a") String applicantName, @JsonProperty("p") @Nullable String provinceNo) {}

    /** 收件回执. */
    public record Receipt(@JsonProperty("n") String no, @JsonProperty("a") Instant at) {}

    /** @param items empty: the whole case */
    public record Withdrawal(@JsonProperty("a") Instant at, @JsonProperty("i") List<String> items) {
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
    public record Frozen(@JsonProperty("a") Instant at, @JsonProperty("v") Instant receivedAt,
            @JsonProperty("s") List<String> skipped) {
        public Frozen {
            skipped = skipped == null ? List.of() : List.copyOf(skipped);
        }
    }

    /**
     * What was read and what was written: the last sequence seen of each source, the last one published, and the end.
     *
     * @param version one more with every transaction that changed the case
     * @param intakeMarks as {@link Marks#bits} of the intake clock of the current round
     */
    public record Book(@JsonProperty("v") long version, @JsonProperty("n") long intakeSeen,
            @JsonProperty("d") long dispatchSeen, @JsonProperty("q") Published published,
            @JsonProperty("m") int intakeMarks, @JsonProperty("e") @Nullable Settlement settlement) {
        static final Book EMPTY = new Book(0, 0, 0, Published.NONE, 0, null);

        public Book {
            published = published == null ? Published.NONE : published;
        }

        Book closed(int said, int told) {
            return new Book(version + 1, intakeSeen, dispatchSeen,
                    new Published(published.result() + said, published.province() + told), intakeMarks, settlement);
        }
    }

    /** Last sequences of this service's own event streams of the case. */
    public record Published(@JsonProperty("r") long result, @JsonProperty("p") long province) {
        static final Published NONE = new Published(0, 0);
    }

    /** 全部办结, or 已撤回 before it was received. */
    public record Settlement(@JsonProperty("o") CaseOutcome outcome, @JsonProperty("a") Instant at) {}

    public Bundle {
        items = items == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(items);
        intake = intake == null ? Intake.NONE : intake;
        book = book == null ? Book.EMPTY : book;
    }

    public static Bundle empty(String caseNo) {
        return new Bundle(caseNo, null, Intake.NONE, null, Collections.emptySortedMap(), Book.EMPTY);
    }

    @JsonIgnore
    public boolean isSettled() {
        return book.settlement() != null;
    }

    /** 应办结事项: the frozen set; empty while the dispatcher has not spoken. */
    public SortedSet<String> expected() {
        var expected = new TreeSet<String>();
        items.forEach((no, item) -> {
            if (item.task() != null) {
                expected.add(no);
            }
        });
        return expected;
    }

    public SortedSet<String> ended() {
        var ended = new TreeSet<String>();
        items.forEach((no, item) -> {
            if (item.end() != null) {
                ended.add(no);
            }
        });
        return ended;
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
        return new Bundle(caseNo, filing, intake, frozen, changed, book);
    }

    public Bundle withItems(SortedMap<String, Item> changed) {
        return new Bundle(caseNo, filing, intake, frozen, changed, book);
    }

    Bundle with(Intake changed) {
        return new Bundle(caseNo, filing, changed, frozen, items, book);
    }

    public Bundle with(Book changed) {
        return new Bundle(caseNo, filing, intake, frozen, items, changed);
    }

    Bundle sawIntake(long sequence) {
        return with(new Book(book.version(), sequence, book.dispatchSeen(), book.published(), book.intakeMarks(),
                book.settlement()));
    }

    Bundle sawDispatch(long sequence) {
        return with(new Book(book.version(), book.intakeSeen(), sequence, book.published(), book.intakeMarks(),
                book.settlement()));
    }

    Bundle filed(String region, String oneThing, String hash) {
        return filing == null
                ? new Bundle(caseNo, new Filing(region, oneThing, hash), intake, frozen, items, book)
                : this;
    }
}
