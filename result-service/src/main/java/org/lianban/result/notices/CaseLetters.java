package org.lianban.result.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.Bundle;

/** Notices of the window and of the centre: about the whole case. */
final class CaseLetters {
    private CaseLetters() {}

    static List<Draft> correction(LetterContext s, IntakeEvent.CorrectionNotified e) {
        var content = new Content.Correction(e.round(), s.defects(e.defects()), s.localOrNull(e.dueAt()),
                e.mayLapse(), s.wording().where());
        return List.of(Draft.of(Kind.CORRECTION, null, s.centre(window(s.bundle())), e.notifiedAt(), content)
                .sourced(e.noticeNo()));
    }

    /** With what was promised for materials that were not there. */
    static List<Draft> receipt(LetterContext s, IntakeEvent.CaseReceived e) {
        var facts = e.said();
        var window = facts.window() == null ? window(s.bundle()) : facts.window();
        var content = new Content.Receipt(e.receiptNo(), s.local(e.receivedAt()), s.windowName(window), facts.clerk(),
                e.pack() == null || e.pack().materials() == null
                        ? List.of()
                        : e.pack().materials().stream().map(CaseLetters::material).toList(),
                e.items().stream().map(s::item).toList(), s.wording().query());
        var receipt = Draft.of(Kind.RECEIPT, null, s.centre(window), e.receivedAt(), content).sourced(e.receiptNo());
        return Stream.concat(Stream.of(receipt), tolerance(s, e).stream()).toList();
    }

    private static Content.Material material(MaterialRef ref) {
        return new Content.Material(ref.name(), switch (ref.form()) {
            case ELECTRONIC -> "电子件";
            case PAPER -> ref.trust() == MaterialRef.Grade.B ? "纸质件（已核验原件）" : "纸质件";
            case EXEMPT_DATA -> "免提交（数据共享核验）";
            case EXEMPT_LICENSE -> "免提交（电子证照）";
            case DEFERRED -> "容缺后补";
            case WAIVED -> "承诺免交";
        });
    }

    private static List<Draft> tolerance(LetterContext s, IntakeEvent.CaseReceived e) {
        var commitments = e.said().commitments();
        if (commitments.isEmpty()) {
            return List.of();
        }
        var owed = commitments.stream()
                .map(c -> new Content.Owed(s.material(c.material()), c.type() == IntakeEvent.Commitment.Type.WAIVE,
                        s.localOrNull(c.dueAt()), c.items().stream().map(s::itemName).toList(), c.consequence(),
                        c.textId() + " 第" + c.textVersion() + "版", s.local(c.signedAt()), c.signature()))
                .toList();
        return List.of(Draft.of(Kind.TOLERANCE, null, s.centre(e.said().window()), e.receivedAt(),
                new Content.Tolerance(owed)));
    }

    static List<Draft> lapsed(LetterContext s, IntakeEvent.CaseLapsed e) {
        return List.of(ending(s, e.at(), "在补正告知书载明的期限内未补正，视为撤回申请，按“补正不来”办结"));
    }

    /** Withdrawn before any department had it: no item ends, so the case says it itself. */
    static List<Draft> withdrawn(LetterContext s, ResultEvent.CaseSettled e) {
        return e.outcome() == ResultEvent.CaseOutcome.WITHDRAWN && e.items().isEmpty()
                && s.bundle().withdrawnAt().isPresent()
                        ? List.of(ending(s, e.settledAt(), "申请人在作出决定前撤回申请"))
                        : List.of();
    }

    private static Draft ending(LetterContext s, java.time.Instant at, String cause) {
        return Draft.of(Kind.ENDING, null, s.centre(window(s.bundle())), at,
                new Content.Ending(cause, List.of(), List.of(), List.of()));
    }

    /** 统一领取: once the last result has come; 分别领取: with each. */
    static List<Draft> collection(LetterContext s, ResultEvent.ResultReceived e) {
        var handout = s.handout();
        var ready = handout.together() ? handout.deliverable() : List.of(e.itemNo());
        if (handout.together() && !handout.complete() || ready.isEmpty() || handout.delivered().contains(e.itemNo())) {
            return List.of();
        }
        var content = new Content.Collection(ready.stream().map(s::item).toList(), handout.way(), handout.together(),
                place(s, e.window()));
        return List.of(Draft.of(Kind.COLLECTION, handout.together() ? null : e.itemNo(), s.centre(e.window()), e.at(),
                content));
    }

    private static String place(LetterContext s, String window) {
        var name = s.windowName(window);
        var centre = s.region() + s.wording().centre();
        return name == null || name.isEmpty() ? centre + "发证窗口" : name;
    }

    static List<Draft> delivery(LetterContext s, ResultEvent.DeliveryCompleted e) {
        var content = new Content.Delivery(e.items().stream().map(s::item).toList(), e.way(), e.receiver(), e.proof(),
                s.local(e.at()));
        return List.of(Draft.of(Kind.DELIVERY, e.items().size() == 1 ? e.items().getFirst() : null,
                s.centre(null), e.at(), content));
    }

    static List<Draft> order(LetterContext s, ResultEvent.SupervisionIssued e) {
        var item = e.itemNo();
        var department = item == null ? s.departmentName(e.department()) : s.printed(item, e.department());
        var content = new Content.Order(e.orderId(), e.level(), department, e.rule(), s.localOrNull(e.replyDue()));
        var draft = Draft.of(Kind.ORDER, item, s.centre(null), e.at(), content);
        return List.of(NoticeNumber.read(e.orderId()).filter(n -> n.kind() == Kind.ORDER).isPresent()
                ? draft.numbered(e.orderId())
                : draft.sourced(e.orderId()));
    }

    static String window(Bundle b) {
        var origin = b.intake().origin();
        return origin == null || origin.window() == null ? "" : origin.window();
    }

    /** Names of the items that ended before with a decision, which stands. */
    static List<String> decided(LetterContext s) {
        var names = new ArrayList<String>();
        s.bundle().items().forEach((no, item) -> {
            var end = item.end();
            if (end != null && end.outcome().isDecision()) {
                names.add(s.itemName(no));
            }
        });
        return names;
    }
}
