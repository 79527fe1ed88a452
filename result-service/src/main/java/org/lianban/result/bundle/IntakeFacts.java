package org.lianban.result.bundle;

import static org.lianban.result.bundle.Evolution.ms;
import static org.lianban.result.bundle.Evolution.msOrNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.result.bundle.Bundle.Intake;

/** How the events of intake become facts. Total, as {@link Evolution} is. */
final class IntakeFacts {
    private IntakeFacts() {}

    static Bundle apply(Bundle b, IntakeEvent event) {
        var intake = b.intake();
        return switch (event) {
            case IntakeEvent.CaseSubmitted e -> submitted(b, e);
            case IntakeEvent.CorrectionNotified e -> {
                var due = msOrNull(e.dueAt());
                yield b.with(new Intake(intake.origin(), intake.round(), intake.handedInAt(), ms(e.notifiedAt()),
                        intake.receipt(), intake.withdrawals(),
                        intake.more().with(due == null ? null : new Bundle.CorrectionTerm(due, e.mayLapse()))));
            }
            case IntakeEvent.CaseReceived e -> received(b, e);
            case IntakeEvent.MaterialsSupplemented e -> b.with(supplemented(intake, e));
            case IntakeEvent.CommitmentOverdue e -> b.with(intake.more().withOwed(intake.more().owed().stream()
                    .map(owed -> owed.material().equals(e.material()) ? owed.overdue(ms(e.at())) : owed).toList()));
            case IntakeEvent.CaseLapsed e -> b.with(intake.more().lapsed(ms(e.at())));
            case IntakeEvent.OriginalsTransferred e ->
                b.with(moved(intake, new Bundle.Originals(false, e.materials(), e.receiver(), ms(e.at()))));
            case IntakeEvent.OriginalsReturned e ->
                b.with(moved(intake, new Bundle.Originals(true, e.materials(), e.receiver(), ms(e.at()))));
            case IntakeEvent.CaseWithdrawn e -> {
                var withdrawals = new ArrayList<>(intake.withdrawals());
                withdrawals.add(new Bundle.Withdrawal(ms(e.withdrawnAt()), e.items()));
                yield b.with(new Intake(intake.origin(), intake.round(), intake.handedInAt(), intake.correctedAt(),
                        intake.receipt(), withdrawals, intake.more()));
            }
        };
    }

    private static Bundle submitted(Bundle b, IntakeEvent.CaseSubmitted e) {
        var intake = b.intake();
        var origin = new Bundle.Origin(e.channel(), e.window(), e.applicantName(), e.provinceNo(), e.test(),
                e.priority());
        return b.filed(e.region(), e.oneThing(), e.catalogHash())
                .with(new Intake(origin, e.round(), ms(e.handedInAt()), null, intake.receipt(), intake.withdrawals(),
                        closed(intake, e.round())))
                .with(forRound(b, e.round()));
    }

    /** A resubmission closes the round before it. */
    private static Bundle.IntakeMore closed(Intake intake, int round) {
        Instant handedIn = intake.handedInAt();
        Instant corrected = intake.correctedAt();
        if (round == intake.round() || handedIn == null || corrected == null) {
            return intake.more();
        }
        var past = new ArrayList<>(intake.more().past());
        var term = intake.more().term();
        past.add(new Bundle.Round(handedIn, corrected, term == null ? null : term.dueAt()));
        return intake.more().withPast(past);
    }

    /** A resubmission starts the clocks of intake anew. */
    private static Bundle.Book forRound(Bundle b, int round) {
        return round == b.intake().round() ? b.book() : b.book().spoke(spoken -> Spoken.NONE);
    }

    private static Bundle received(Bundle b, IntakeEvent.CaseReceived e) {
        var intake = b.intake();
        var owed = e.said().commitments().stream().map(c -> new Bundle.Owed(c.material(), c.type(), ms(c.signedAt()),
                msOrNull(c.dueAt()), c.items(), null, null, Spoken.NONE)).toList();
        return b.filed(e.region(), e.oneThing(), e.catalogHash())
                .with(new Intake(intake.origin(), intake.round(), ms(e.handedInAt()), intake.correctedAt(),
                        new Bundle.Receipt(e.receiptNo(), ms(e.receivedAt()), e.said().test()), intake.withdrawals(),
                        owed.isEmpty() ? intake.more() : intake.more().withOwed(owed)));
    }

    private static Bundle.IntakeMore supplemented(Intake intake, IntakeEvent.MaterialsSupplemented e) {
        var at = ms(e.at());
        var codes = e.materials().stream().map(MaterialRef::code).toList();
        List<Bundle.Owed> owed = e.purpose() != SupplementPurpose.TOLERANCE
                ? intake.more().owed()
                : intake.more().owed().stream().map(o -> codes.contains(o.material()) ? o.supplied(at) : o).toList();
        var supplements = new ArrayList<>(intake.more().supplements());
        supplements.add(new Bundle.Supplement(e.purpose(), e.items(), codes, at));
        return intake.more().with(owed, supplements);
    }

    private static Bundle.IntakeMore moved(Intake intake, Bundle.Originals originals) {
        var moves = new ArrayList<>(intake.more().originals());
        moves.add(originals);
        return intake.more().moved(moves);
    }
}
