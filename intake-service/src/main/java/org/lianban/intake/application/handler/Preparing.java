package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.application.Amendment;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.None;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Command;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.Stored;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Extras;
import org.lianban.intake.checking.Faults;
import org.lianban.intake.checking.ReceiptPolicy;
import org.lianban.intake.checking.Verdict;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.numbering.Series;

/** Turns orders into commands: checks what they bring against the catalogue and who may bring it. */
public final class Preparing {
    private final Examiner examiner;
    private final Clerks clerks;
    private final Deadlines deadlines;
    private final DeskRules rules;

    Preparing(Examiner examiner, Clerks clerks, Deadlines deadlines, DeskRules rules) {
        this.examiner = examiner;
        this.clerks = clerks;
        this.deadlines = deadlines;
        this.rules = rules;
    }

    Prepared file(Order.File file, Verdict verdict, Actor by, Numbering numbering, Instant now) {
        return switch (verdict) {
            case Verdict.Faulty(var faults) -> new Prepared.Not(new Answer.Faulty(faults));
            case Verdict.Acceptable ok -> {
                Faults faults = new Faults();
                clerks.filing(file.filing(), ok.oneThing(), by, faults);
                Clerks.Received received = clerks.receiving(ok.oneThing(), ok.items(), ok.pack(),
                        Clerks.Act.filing(file, by, now), faults);
                if (!faults.none()) {
                    yield new Prepared.Not(new Answer.Faulty(faults.list()));
                }
                String region = ok.oneThing().region();
                String caseNo = numbering.next(Series.CASE, region);
                Instant handedIn = file.handedInAt() == null ? now : file.handedInAt();
                Dossier dossier = new Dossier(caseNo, region, ok.oneThing().code(), ok.oneThing().contentHash(),
                        ok.channel(), file.filing().window(), file.provinceNo(), 0, handedIn, ok.items(),
                        received.pack(), ok.extras());
                yield new Prepared.Ready(new None(caseNo), 0,
                        new Command.Submit(dossier, file.filing().receive() ? received.receiving() : null), 201);
            }
        };
    }

    Prepared receive(@Nullable Stored stored, Order.Receive order, Actor by, Instant now) {
        if (!(stored != null && stored.state() instanceof Submitted(Dossier d))) {
            return later(stored, order.caseNo(), new Command.Receive(Batch.NOTHING,
                    org.lianban.intake.application.Receiving.UNTOUCHED));
        }
        Optional<OneThing> oneThing = examiner.version(d);
        Faults faults = new Faults();
        clerks.may(by, Clerks.RECEIVE, d, faults);
        if (oneThing.isEmpty()) {
            faults.add("", Code.UNKNOWN, "申请所依据的“一件事”版本尚未到达，请稍后再试");
            return faulty(faults);
        }
        Clerks.Received received = clerks.receiving(oneThing.get(), d.items(), d.pack(),
                Clerks.Act.receipt(d, order.checks(), by, now), faults);
        return faults.none()
                ? later(stored, order.caseNo(), new Command.Receive(received.pack(), received.receiving()))
                : faulty(faults);
    }

    Prepared notice(@Nullable Stored stored, Order.NotifyCorrection order, Actor by, Instant now) {
        Instant due = null;
        List<Defect> defects = new ArrayList<>(order.defects());
        if (stored != null && stored.state() instanceof Submitted(Dossier d)) {
            Faults faults = new Faults();
            clerks.may(by, Clerks.RECEIVE, d, faults);
            examiner.version(d).ifPresent(o -> defects.addAll(ReceiptPolicy.defects(o, order.checks())));
            if (defects.isEmpty()) {
                faults.add("/defects", Code.MISSING, "请一次列明全部需补正的内容");
            }
            if (!faults.none()) {
                return faulty(faults);
            }
            due = rules.correctionTerm().amount() == 0
                    ? null
                    : deadlines.earliest(d.region(), now, List.of(rules.correctionTerm())).orElse(null);
        }
        // Without a date nobody can be late.
        return later(stored, order.caseNo(),
                new Command.NotifyCorrection(defects, due, due != null && rules.lapseAllowed()));
    }

    Prepared resubmit(@Nullable Stored stored, Order.Resubmit order, Map<String, StoredMaterial> files, Actor by,
            Instant now) {
        if (!(stored != null && stored.state() instanceof CorrectionNotified(Dossier d, var notice))) {
            // The life cycle says why not; what was handed in does not matter then.
            return later(stored, order.caseNo(), new Command.Resubmit(List.of(), Batch.NOTHING, Extras.NONE, null));
        }
        Examiner.Corrected corrected = examiner.corrected(d, order.changes(), order.gathered(), files, now);
        return switch (corrected.verdict()) {
            case Verdict.Faulty(var faults) -> new Prepared.Not(new Answer.Faulty(faults));
            case Verdict.Acceptable ok -> {
                Faults faults = new Faults();
                clerks.filing(corrected.filing(), ok.oneThing(), by, faults);
                Clerks.Received received = clerks.receiving(ok.oneThing(), ok.items(), ok.pack(),
                        Clerks.Act.again(d, corrected.filing(), by, now), faults);
                yield faults.none()
                        ? new Prepared.Ready(stored.state(), stored.sequence(),
                                new Command.Resubmit(ok.items(), received.pack(), ok.extras(),
                                        corrected.filing().receive() ? received.receiving() : null),
                                200, new Prepared.Before.Round(d))
                        : faulty(faults);
            }
        };
    }

    Prepared amend(@Nullable Stored stored, Order.Amend order, Map<String, StoredMaterial> files, Actor by,
            Instant now) {
        if (!(stored != null && stored.state() instanceof Submitted(Dossier d))) {
            return later(stored, order.caseNo(), new Command.Amend(List.of(), Batch.NOTHING, Extras.NONE));
        }
        Examiner.Corrected corrected = examiner.corrected(d, order.changes(), order.gathered(), files, now);
        return switch (corrected.verdict()) {
            case Verdict.Faulty(var faults) -> new Prepared.Not(new Answer.Faulty(faults));
            case Verdict.Acceptable ok -> {
                Faults faults = new Faults();
                clerks.may(by, Clerks.ENTER, d, faults);
                yield faults.none()
                        ? new Prepared.Ready(stored.state(), stored.sequence(),
                                new Command.Amend(ok.items(), ok.pack(), ok.extras()), 200,
                                part(d, Amendment.Kind.ON_THE_SPOT, ok.pack().materials().stream()
                                        .filter(m -> !d.pack().materials().contains(m)).toList(), by, now))
                        : faulty(faults);
            }
        };
    }

    Prepared supplement(@Nullable Stored stored, Order.Supplement order, Map<String, StoredMaterial> files, Actor by,
            Instant now) {
        if (!(stored != null && stored.state() instanceof Application.Received received)) {
            return later(stored, order.caseNo(),
                    new Command.Supplement(order.purpose(), order.item(), List.of(), Batch.NOTHING));
        }
        Dossier d = received.dossier();
        Supplements.Read read = Supplements.read(received, order, examiner, Examiner.known(d, files),
                new Supplements.Bringing(clerks.atWindow(by), now));
        return switch (read) {
            case Supplements.Read.Nothing nothing -> later(stored, order.caseNo(),
                    new Command.Supplement(order.purpose(), order.item(), List.of(), d.pack()));
            case Supplements.Read.Wrong(Faults faults) -> faulty(faults);
            case Supplements.Read.Fine(var taken) -> {
                Faults faults = new Faults();
                if (clerks.atWindow(by)) {
                    clerks.may(by, Clerks.UPLOAD, d, faults);
                }
                yield faults.none()
                        ? new Prepared.Ready(received, stored.sequence(),
                                new Command.Supplement(order.purpose(), order.item(), taken.materials(), taken.pack()),
                                200, part(d, switch (order.purpose()) {
                                    case TOLERANCE -> Amendment.Kind.TOLERANCE;
                                    case CORRECTION -> Amendment.Kind.CORRECTION;
                                }, taken.materials(), by, now))
                        : faulty(faults);
            }
        };
    }

    private static Prepared.Before part(Dossier former, Amendment.Kind kind, List<MaterialRef> materials, Actor by,
            Instant now) {
        return new Prepared.Before.Part(new Amendment(former, kind,
                materials.stream().map(MaterialRef::code).distinct().toList(), now, by.text()));
    }

    /** A command on an application that was filed before, or was not. */
    static Prepared later(@Nullable Stored stored, String caseNo, Command command) {
        return stored == null
                ? new Prepared.Ready(new None(caseNo), 0, command, 200)
                : new Prepared.Ready(stored.state(), stored.sequence(), command, 200);
    }

    private static Prepared faulty(Faults faults) {
        return new Prepared.Not(new Answer.Faulty(faults.list()));
    }
}
