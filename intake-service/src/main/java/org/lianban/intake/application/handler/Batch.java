package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.Topics;
import org.lianban.intake.application.Announcements;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.ApplicationEvent;
import org.lianban.intake.application.Applier;
import org.lianban.intake.application.CaseAnswer;
import org.lianban.intake.application.Decider;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.handler.Preparing.Prepared;
import org.lianban.intake.checking.Checker.Verdict;
import org.lianban.intake.commands.Numbers;
import org.lianban.intake.commands.Series;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.windows.handler.WindowLog;
import org.lianban.messaging.Outgoing;

/** Decides one batch in memory, one request after the other, each seeing what those before it did; and each once. */
final class Batch {
    private final List<Request> requests;
    private final Instant now;
    private final Preparing preparing;
    private final Consequences consequences;
    private final WindowLog windows;
    private final Map<String, StoredMaterial> materials;
    private final Map<String, Application.Stored> cases;
    /** Of first filings, by position: it does not depend on what other requests of the batch do. */
    private final List<@Nullable Verdict> verdicts = new ArrayList<>();
    private final ChangesWriter.Changes changes = new ChangesWriter.Changes();

    Batch(List<Request> requests, CaseLoader.Known known, Instant now, Preparing preparing, Consequences consequences,
            WindowLog windows) {
        this.requests = requests;
        this.now = now;
        this.preparing = preparing;
        this.consequences = consequences;
        this.windows = windows;
        this.materials = known.materials();
        this.cases = new HashMap<>(known.cases());
        requests.forEach(request -> verdicts.add(request.command() instanceof IntakeCommand.File file
                ? preparing.verdict(file, request.gathered(), request.by(), materials, now)
                : null));
    }

    ChangesWriter.Changes changes() {
        return changes;
    }

    /** As many numbers as the commands can need; those that none of them comes to use go back. */
    SortedMap<Numbers.Counter, Integer> wanted() {
        SortedMap<Numbers.Counter, Integer> wanted = new TreeMap<>();
        for (int i = 0; i < requests.size(); i++) {
            IntakeCommand command = requests.get(i).command();
            if (verdicts.get(i) instanceof Verdict.Acceptable ok && command instanceof IntakeCommand.File file) {
                want(wanted, ok.oneThing().region(), Series.CASE);
                if (file.filing().receive()) {
                    want(wanted, ok.oneThing().region(), Series.RECEIPT);
                }
            } else if (command instanceof IntakeCommand.OfCase ofCase && cases.containsKey(ofCase.caseNo())) {
                Series series = switch (ofCase) {
                    case IntakeCommand.Receive c -> Series.RECEIPT;
                    case IntakeCommand.NotifyCorrection c -> Series.NOTICE;
                    case IntakeCommand.Resubmit c -> c.changes().read().receive() ? Series.RECEIPT : null;
                    case IntakeCommand.Amend c -> null;
                    case IntakeCommand.Supplement c -> null;
                    case IntakeCommand.Plain c -> null;
                };
                if (series != null) {
                    want(wanted, ofCase.caseNo(), series);
                }
            }
        }
        return wanted;
    }

    private static void want(SortedMap<Numbers.Counter, Integer> wanted, String of, Series series) {
        wanted.merge(new Numbers.Counter(Series.region(of), series), 1, Integer::sum);
    }

    List<Outcome<CaseAnswer>> decide(Numbers numbers) {
        List<Outcome<CaseAnswer>> outcomes = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            Verdict verdict = verdicts.get(i);
            Prepared prepared = request.command() instanceof IntakeCommand.OfCase ofCase
                    ? preparing.ofCase(cases.get(ofCase.caseNo()), request, materials, now)
                    : preparing.file(request, Objects.requireNonNull(verdict), numbers, now);
            outcomes.add(switch (prepared) {
                case Prepared.Not(Refusal refusal) -> Outcome.refused(refusal);
                case Prepared.Ready ready -> run(request, ready, numbers);
            });
        }
        return outcomes;
    }

    private Outcome<CaseAnswer> run(Request request, Prepared.Ready ready, Numbers numbers) {
        Decider.DecisionContext context = new Decider.DecisionContext(now, request.by().text(),
                (region, terms) -> preparing.deadlines().earliest(region, now, terms), numbers::next);
        return switch (Decider.decide(ready.state(), ready.command(), context)) {
            case Decision.Refused<ApplicationEvent>(Refusal refusal) -> Outcome.refused(refusal);
            case Decision.Repeated<ApplicationEvent> repeated -> answered(request, ready, ready.state());
            case Decision.Accepted<ApplicationEvent> accepted -> {
                Application state = ready.state();
                long last = ready.sequence();
                for (ApplicationEvent event : accepted.events()) {
                    Application was = state;
                    state = Applier.apply(state, event);
                    last = announce(request, event, was, (Application.Filed) state, last);
                }
                if (!accepted.events().isEmpty()) {
                    keep(ready, new Application.Stored((Application.Filed) state, last));
                }
                yield answered(request, ready, state);
            }
        };
    }

    private Outcome<CaseAnswer> answered(Request request, Prepared.Ready ready, Application state) {
        if (!(state instanceof Application.Filed after)) {
            return Outcome.refused(Refusal.notFound("没有此办件编号的申请"));
        }
        Dossier d = after.dossier();
        String window = request.by().window() == null && request.command() instanceof IntakeCommand.File file
                ? file.filing().window()
                : request.by().window();
        changes.performed.addAll(windows.performed(request.by(), window, Clerks.operations(request.command()),
                d.caseNo()));
        return Outcome.done(ready.state() instanceof Application.None ? 201 : 200,
                CaseAnswer.of(after, preparing.deadlines().due(d.region(), d.handedInAt())));
    }

    private long announce(Request request, ApplicationEvent event, Application was, Application.Filed after,
            long sequence) {
        String caseNo = after.dossier().caseNo();
        consequences.of(event, after, now, changes);
        if (event instanceof ApplicationEvent.CorrectionNotified e) {
            changes.notices.add(new Application.IssuedNotice(caseNo, e.round(), e.notice(), e.defects()));
        }
        return Announcements.of(event, was, after).map(said -> {
            changes.events.add(new Outgoing(Topics.INTAKE, caseNo, caseNo, sequence + 1, now, request.by().text(),
                    request.traceparent(), said));
            return sequence + 1;
        }).orElse(sequence);
    }

    private void keep(Prepared.Ready ready, Application.Stored after) {
        String caseNo = after.state().dossier().caseNo();
        cases.put(caseNo, after);
        (ready.state() instanceof Application.None || changes.filed.containsKey(caseNo)
                ? changes.filed
                : changes.changed).put(caseNo, after);
        if (ready.round() != null) {
            changes.former.add(ready.round());
        }
        if (ready.part() != null) {
            changes.amendments.add(ready.part());
        }
    }
}
