package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.command.Refusal;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.Application.Amendment;
import org.lianban.intake.application.Application.Stored;
import org.lianban.intake.application.ApplicationCommand;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.Held;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.checking.Checker;
import org.lianban.intake.checking.Checker.Verdict;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Extras;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.checking.ReceiptPolicy;
import org.lianban.intake.checking.SupplementPolicy;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.commands.Days;
import org.lianban.intake.commands.Numbers;
import org.lianban.intake.commands.Series;
import org.lianban.intake.materials.StoredMaterial;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Turns what is asked into what can be decided: checks what it brings against the catalogue and who may bring it.
 *
 * @param correctionTerm 补正期限, in working days from the notice; 0: none is set
 * @param lapseAllowed whether an application ends when it runs out (补正不来办结)
 */
public record Preparing(Examiner examiner, Clerks clerks, Deadlines deadlines, Term correctionTerm,
        boolean lapseAllowed) {
    /** A command, checked. */
    sealed interface Prepared {
        /**
         * May be decided.
         *
         * @param round what a new round replaces, to be kept; null: nothing
         * @param part what is replaced within the round, to be kept; null: nothing
         */
        record Ready(Application state, long sequence, ApplicationCommand command, @Nullable Dossier round,
                @Nullable Amendment part) implements Prepared {}

        record Not(Refusal refusal) implements Prepared {}
    }

    /** Of commands that a state refuses whatever they bring. */
    private static final CasePack NOTHING = new CasePack(new Party("", Party.IdType.RESIDENT_ID, "", null), null,
            Map.of(), JsonNodeFactory.instance.objectNode(), List.of());

    /** @param by null: whoever may hand it in */
    Verdict verdict(IntakeCommand.File file, Gathered gathered, @Nullable Actor by,
            Map<String, StoredMaterial> files, Instant now) {
        Faults faults = new Faults();
        faults.addAll(file.faults());
        if (by != null) {
            examiner.version(file.filing(), now).ifPresent(o -> clerks.filing(file.filing(), o, by, faults));
        }
        return examiner.first(file.filing(), faults, files, gathered, now);
    }

    Prepared file(Request request, Verdict verdict, Numbers numbers, Instant now) {
        IntakeCommand.File file = (IntakeCommand.File) request.command();
        return switch (verdict) {
            case Verdict.Faulty(var faults) -> new Prepared.Not(Refusal.unacceptable(faults));
            case Verdict.Acceptable ok -> {
                Faults faults = new Faults();
                Clerks.Received received = clerks.receiving(ok.oneThing(), ok.items(), ok.pack(),
                        Clerks.Act.filing(file, request.by(), now), faults);
                if (!faults.none()) {
                    yield faulty(faults);
                }
                String region = ok.oneThing().region();
                String caseNo = numbers.next(Series.CASE, region);
                Instant handedIn = file.handedInAt() == null ? now : file.handedInAt();
                Dossier dossier = new Dossier(caseNo, region, ok.oneThing().code(), ok.oneThing().contentHash(),
                        ok.channel(), file.filing().window(), file.provinceNo(), 0, handedIn, ok.items(),
                        received.pack(), ok.extras());
                yield new Prepared.Ready(new Application.None(caseNo), 0, new ApplicationCommand.Submit(dossier,
                        file.filing().receive() ? received.receiving() : null), null, null);
            }
        };
    }

    /** @param stored null: nobody filed under this number */
    Prepared ofCase(@Nullable Stored stored, Request request, Map<String, StoredMaterial> files, Instant now) {
        Actor by = request.by();
        return switch ((IntakeCommand.OfCase) request.command()) {
            case IntakeCommand.Receive c -> receive(stored, c, by, now);
            case IntakeCommand.NotifyCorrection c -> notice(stored, c, by, now);
            case IntakeCommand.Resubmit c -> resubmit(stored, c, request, files, now);
            case IntakeCommand.Amend c -> amend(stored, c, request, files, now);
            case IntakeCommand.Supplement c -> supplement(stored, c, files, by, now);
            case IntakeCommand.Plain c -> later(stored, c, c.order());
        };
    }

    private Prepared receive(@Nullable Stored stored, IntakeCommand.Receive command, Actor by, Instant now) {
        if (!(stored != null && stored.state() instanceof Application.Submitted(Dossier d))) {
            return later(stored, command, new ApplicationCommand.Receive(NOTHING, Held.Receiving.UNTOUCHED));
        }
        Optional<OneThing> oneThing = examiner.version(d.catalogHash());
        if (oneThing.isEmpty()) {
            return new Prepared.Not(notArrived());
        }
        Faults faults = new Faults();
        clerks.may(by, Clerks.RECEIVE, d, faults);
        Clerks.Received received = clerks.receiving(oneThing.get(), d.items(), d.pack(),
                Clerks.Act.receipt(d, command.checks(), by, now), faults);
        return ready(stored, new ApplicationCommand.Receive(received.pack(), received.receiving()), null, null, faults);
    }

    private static Refusal notArrived() {
        return Refusal.unacceptable(new Fault("", Code.UNKNOWN.name(), "申请所依据的“一件事”版本尚未到达，请稍后再试"));
    }

    private Prepared notice(@Nullable Stored stored, IntakeCommand.NotifyCorrection command, Actor by, Instant now) {
        Instant due = null;
        List<Defect> defects = new ArrayList<>(command.defects());
        if (stored != null && stored.state() instanceof Application.Submitted(Dossier d)) {
            Faults faults = new Faults();
            clerks.may(by, Clerks.RECEIVE, d, faults);
            examiner.version(d.catalogHash())
                    .ifPresent(o -> defects.addAll(ReceiptPolicy.defects(o, command.checks())));
            Code.MISSING.where(defects.isEmpty(), faults, "/defects", "请一次列明全部需补正的内容");
            if (!faults.none()) {
                return faulty(faults);
            }
            due = correctionTerm.amount() == 0
                    ? null
                    : deadlines.earliest(d.region(), now, List.of(correctionTerm)).orElse(null);
        }
        // Without a date nobody can be late.
        return later(stored, command,
                new ApplicationCommand.NotifyCorrection(defects, due, due != null && lapseAllowed));
    }

    private Prepared resubmit(@Nullable Stored stored, IntakeCommand.Resubmit command, Request request,
            Map<String, StoredMaterial> files, Instant now) {
        if (!(stored != null && stored.state() instanceof Application.CorrectionNotified(Dossier d, var notice))) {
            // The life cycle says why not; what was handed in does not matter then.
            return later(stored, command, new ApplicationCommand.Resubmit(List.of(), NOTHING, Extras.NONE, null));
        }
        Revision revision = new Revision(d, command.changes());
        return switch (revision.check(examiner.version(d.catalogHash()), request.gathered(), files, now)) {
            case Verdict.Faulty(var faults) -> new Prepared.Not(Refusal.unacceptable(faults));
            case Verdict.Acceptable ok -> {
                Faults faults = new Faults();
                clerks.filing(revision.filing(), ok.oneThing(), request.by(), faults);
                Clerks.Received received = clerks.receiving(ok.oneThing(), ok.items(), ok.pack(),
                        Clerks.Act.again(d, revision.filing(), request.by(), now), faults);
                yield ready(stored, new ApplicationCommand.Resubmit(ok.items(), received.pack(), ok.extras(),
                        revision.filing().receive() ? received.receiving() : null), d, null, faults);
            }
        };
    }

    private Prepared amend(@Nullable Stored stored, IntakeCommand.Amend command, Request request,
            Map<String, StoredMaterial> files, Instant now) {
        if (!(stored != null && stored.state() instanceof Application.Submitted(Dossier d))) {
            return later(stored, command, new ApplicationCommand.Amend(List.of(), NOTHING, Extras.NONE));
        }
        return switch (new Revision(d, command.changes()).check(examiner.version(d.catalogHash()), request.gathered(),
                files, now)) {
            case Verdict.Faulty(var faults) -> new Prepared.Not(Refusal.unacceptable(faults));
            case Verdict.Acceptable ok -> {
                Faults faults = new Faults();
                clerks.may(request.by(), Clerks.ENTER, d, faults);
                yield ready(stored, new ApplicationCommand.Amend(ok.items(), ok.pack(), ok.extras()), null,
                        part(d, Amendment.Kind.ON_THE_SPOT, ok.pack().materials().stream()
                                .filter(m -> !d.pack().materials().contains(m)).toList(), request.by(), now),
                        faults);
            }
        };
    }

    /** What is brought after the receipt, against what is owed or was asked for. */
    private Prepared supplement(@Nullable Stored stored, IntakeCommand.Supplement command,
            Map<String, StoredMaterial> files, Actor by, Instant now) {
        Optional<SupplementPolicy.Asked> asked = stored != null
                && stored.state() instanceof Application.Received received
                        ? asked(received, command)
                        : Optional.empty();
        if (stored == null || asked.isEmpty()) {
            return later(stored, command, new ApplicationCommand.Supplement(command.purpose(), command.item(),
                    List.of(), stored == null ? NOTHING : stored.state().dossier().pack()));
        }
        Dossier d = stored.state().dossier();
        Optional<OneThing> oneThing = examiner.version(d.catalogHash());
        if (oneThing.isEmpty()) {
            return new Prepared.Not(notArrived());
        }
        boolean atWindow = clerks.atWindow(by);
        Faults faults = new Faults();
        SupplementPolicy.Taken taken = SupplementPolicy.check(Filing.supplement(
                atWindow ? Channel.WINDOW : Channel.ONLINE, command.materials(), command.form()), oneThing.get(),
                d.pack(), asked.get(), new Checker.CheckContext(Revision.known(d, files), Days.in(now), now,
                        Gathered.NOTHING, null),
                faults);
        if (atWindow && faults.none()) {
            clerks.may(by, Clerks.UPLOAD, d, faults);
        }
        Amendment.Kind kind = switch (command.purpose()) {
            case TOLERANCE -> Amendment.Kind.TOLERANCE;
            case CORRECTION -> Amendment.Kind.CORRECTION;
        };
        return ready(stored, new ApplicationCommand.Supplement(command.purpose(), command.item(), taken.materials(),
                taken.pack()), null, part(d, kind, taken.materials(), by, now), faults);
    }

    private static Optional<SupplementPolicy.Asked> asked(Application.Received received,
            IntakeCommand.Supplement command) {
        return switch (command.purpose()) {
            case TOLERANCE -> {
                List<String> owed = received.held().debts().stream().filter(d -> d.state().open())
                        .map(d -> d.commitment().material()).toList();
                yield owed.isEmpty() ? Optional.empty() : Optional.of(SupplementPolicy.Asked.owed(owed));
            }
            case CORRECTION -> received.held().wishes().stream().filter(Held.Wish::open)
                    .filter(w -> w.item().equals(command.item())).findFirst()
                    .map(w -> new SupplementPolicy.Asked(w.materials(), w.fields(), true));
        };
    }

    private static Amendment part(Dossier former, Amendment.Kind kind, List<MaterialRef> materials, Actor by,
            Instant now) {
        return new Amendment(former, kind, materials.stream().map(MaterialRef::code).distinct().toList(), now,
                by.text());
    }

    /** A command on an application that was filed before, or was not. */
    private static Prepared later(@Nullable Stored stored, IntakeCommand.OfCase asked, ApplicationCommand command) {
        return stored == null
                ? new Prepared.Ready(new Application.None(asked.caseNo()), 0, command, null, null)
                : new Prepared.Ready(stored.state(), stored.sequence(), command, null, null);
    }

    private static Prepared ready(Stored stored, ApplicationCommand command, @Nullable Dossier round,
            @Nullable Amendment part, Faults faults) {
        return faults.none()
                ? new Prepared.Ready(stored.state(), stored.sequence(), command, round, part)
                : faulty(faults);
    }

    private static Prepared faulty(Faults faults) {
        return new Prepared.Not(Refusal.unacceptable(faults.list()));
    }
}
