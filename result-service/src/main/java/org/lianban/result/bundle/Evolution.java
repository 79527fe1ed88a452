package org.lianban.result.bundle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.department.DepartmentEvent;
import org.lianban.contracts.dispatch.DispatchEvent;
import org.lianban.contracts.intake.IntakeEvent;
import org.lianban.contracts.result.ResultEvent;
import org.lianban.result.bundle.Bundle.Book;
import org.lianban.result.bundle.Bundle.Frozen;
import org.lianban.result.bundle.Bundle.Intake;
import org.lianban.result.bundle.Bundle.Origin;
import org.lianban.result.bundle.Bundle.Receipt;
import org.lianban.result.bundle.Bundle.Settlement;
import org.lianban.result.bundle.Bundle.Withdrawal;
import org.lianban.result.bundle.Item.Acceptance;
import org.lianban.result.bundle.Item.Gate;
import org.lianban.result.bundle.Item.Note;
import org.lianban.result.bundle.Item.Pause;
import org.lianban.result.bundle.Item.PreReview;
import org.lianban.result.bundle.Item.Task;

/** How events become facts. Total: no event is refused here, and none but its own topic writes a fact. */
public final class Evolution {
    /** Longest progress note that is kept, in characters. */
    static final int MAX_NOTE = 200;

    private Evolution() {}

    public static Bundle apply(Bundle b, IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.CaseSubmitted e -> b.filed(e.region(), e.oneThing(), e.catalogHash()).with(
                    new Intake(new Origin(e.channel(), e.window(), e.applicantName(), e.provinceNo()), e.round(),
                            ms(e.handedInAt()), null, b.intake().receipt(), b.intake().withdrawals()))
                    .with(forRound(b, e.round()));
            case IntakeEvent.CorrectionNotified e -> b.with(new Intake(b.intake().origin(), b.intake().round(),
                    b.intake().handedInAt(), ms(e.notifiedAt()), b.intake().receipt(), b.intake().withdrawals()));
            case IntakeEvent.CaseReceived e -> b.filed(e.region(), e.oneThing(), e.catalogHash())
                    .with(new Intake(b.intake().origin(), b.intake().round(), ms(e.handedInAt()),
                            b.intake().correctedAt(), new Receipt(e.receiptNo(), ms(e.receivedAt())),
                            b.intake().withdrawals()));
            case IntakeEvent.CaseWithdrawn e -> {
                var withdrawals = new ArrayList<>(b.intake().withdrawals());
                withdrawals.add(new Withdrawal(ms(e.withdrawnAt()), e.items()));
                yield b.with(new Intake(b.intake().origin(), b.intake().round(), b.intake().handedInAt(),
                        b.intake().correctedAt(), b.intake().receipt(), withdrawals));
            }
        };
    }

    public static Bundle apply(Bundle b, DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.ItemsDispatched e -> dispatched(b, e);
            case DispatchEvent.ItemsReleased e -> {
                var items = new TreeMap<>(b.items());
                for (var release : e.releases()) {
                    var item = b.item(release.itemNo());
                    items.put(release.itemNo(), item.with(released(item.gate(), release, ms(e.releasedAt()))));
                }
                yield b.withItems(items);
            }
            case DispatchEvent.ItemsBlocked e -> {
                var items = new TreeMap<>(b.items());
                for (var block : e.blocks()) {
                    items.put(block.itemNo(), blocked(items.getOrDefault(block.itemNo(), Item.EMPTY),
                            block.prerequisite(), ms(e.blockedAt())));
                }
                yield b.withItems(items);
            }
            case DispatchEvent.ItemsCancelled e -> {
                var items = new TreeMap<>(b.items());
                for (String no : e.items()) {
                    var gate = b.item(no).gate();
                    items.put(no, b.item(no).with(
                            new Gate(gate.releasedAt(), gate.blockedBy(), gate.blockedAt(), ms(e.cancelledAt()))));
                }
                yield b.withItems(items);
            }
            case DispatchEvent.ItemReassigned e -> item(b, e.itemNo(), item -> item.task() == null
                    ? item
                    : item.with(new Task(item.task().kind(), e.to(), item.task().others(), item.task().hard())));
        };
    }

    public static Bundle apply(Bundle b, DepartmentEvent event) {
        var at = ms(event.at());
        return item(b, event.itemNo(), item -> switch (event) {
            case DepartmentEvent.ItemAcknowledged e -> item.with(item.handling().acknowledged(at));
            case DepartmentEvent.ItemAccepted e ->
                item.with(item.handling().with(new Acceptance(at, ms(e.effectiveAt()), e.deemed())));
            case DepartmentEvent.ItemNotAccepted e -> item.ended(Outcome.NOT_ACCEPTED, at, null);
            case DepartmentEvent.PreReviewConcluded e ->
                item.with(item.handling().with(new PreReview(at, e.passed())));
            case DepartmentEvent.ItemSuspended e -> item.suspended(
                    new Pause(at, null, e.procedure(), e.pausesPromise(), e.pausesStatutory()));
            case DepartmentEvent.ItemResumed e -> item.resumed(at);
            case DepartmentEvent.ItemProgressed e -> item.with(item.handling().with(new Note(at, cut(e.note()))));
            case DepartmentEvent.VerificationUnavailable e -> item.with(item.handling().unavailable(at));
            case DepartmentEvent.ItemDecided e -> item.ended(e.outcome(), at, e.decisionNo());
            case DepartmentEvent.ItemCancelled e -> item.ended(e.outcome(), at, null);
        });
    }

    /** This service's own decisions are facts too: what was published is not published again. */
    public static Bundle apply(Bundle b, ResultEvent event) {
        return switch (event) {
            case ResultEvent.CaseSettled e -> b.with(new Book(b.book().version(), b.book().intakeSeen(),
                    b.book().dispatchSeen(), b.book().published(), b.book().intakeMarks(),
                    new Settlement(e.outcome(), ms(e.settledAt()))));
            case ResultEvent.TimerWarned e -> marked(b, e.itemNo(), Marks.warnedBit(e.timer()));
            case ResultEvent.TimerBreached e ->
                marked(b, e.itemNo(), Marks.warnedBit(e.timer()) | Marks.breachedBit(e.timer()));
            case ResultEvent.AcceptanceDeemed e -> marked(b, e.itemNo(), Marks.deemedBit());
        };
    }

    private static Bundle dispatched(Bundle b, DispatchEvent.ItemsDispatched e) {
        var items = new TreeMap<>(b.items());
        for (var task : e.tasks()) {
            items.put(task.itemNo(), b.item(task.itemNo())
                    .with(new Task(task.kind(), task.department(), task.others(), task.hard())));
        }
        var filed = b.filed(e.region(), e.oneThing(), e.catalogHash());
        var intake = filed.intake();
        // The dispatcher repeats when the application was handed in, so that its clock stands without intake's word.
        var known = intake.handedInAt() != null
                ? intake
                : new Intake(intake.origin(), intake.round(), ms(e.handedInAt()), intake.correctedAt(),
                        intake.receipt(), intake.withdrawals());
        return new Bundle(filed.caseNo(), filed.filing(), known,
                new Frozen(ms(e.dispatchedAt()), ms(e.receivedAt()), e.skipped()), items, filed.book());
    }

    /** Released for good, or relieved of the prerequisites that this release speaks of; an empty one waives them all. */
    private static Gate released(Gate gate, DispatchEvent.Release release, Instant at) {
        if (release.mayDecide()) {
            return new Gate(at, List.of(), null, gate.cancelledAt());
        }
        var still = new ArrayList<>(gate.blockedBy());
        if (release.upstream().isEmpty()) {
            still.clear();
        } else {
            release.upstream().forEach(upstream -> still.remove(upstream.itemNo()));
        }
        return new Gate(gate.releasedAt(), still, still.isEmpty() ? null : gate.blockedAt(), gate.cancelledAt());
    }

    private static Item blocked(Item item, String prerequisite, Instant at) {
        var by = new ArrayList<>(item.gate().blockedBy());
        if (!by.contains(prerequisite)) {
            by.add(prerequisite);
        }
        return item.with(new Gate(item.gate().releasedAt(), by, at, item.gate().cancelledAt()));
    }

    /** A resubmission starts the intake clock anew. */
    private static Book forRound(Bundle b, int round) {
        var book = b.book();
        return round == b.intake().round()
                ? book
                : new Book(book.version(), book.intakeSeen(), book.dispatchSeen(), book.published(), 0,
                        book.settlement());
    }

    private static Bundle marked(Bundle b, @Nullable String itemNo, int bits) {
        if (itemNo != null) {
            return item(b, itemNo, item -> item.with(item.marks().with(bits)));
        }
        var book = b.book();
        return b.with(new Book(book.version(), book.intakeSeen(), book.dispatchSeen(), book.published(),
                book.intakeMarks() | bits, book.settlement()));
    }

    private static Bundle item(Bundle b, String no, UnaryOperator<Item> change) {
        return b.withItem(no, change.apply(b.item(no)));
    }

    private static String cut(String note) {
        return note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE - 1) + "…";
    }

    static Instant ms(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
