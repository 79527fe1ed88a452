package org.lianban.intake.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Party;
import org.lianban.contracts.Topics;
import org.lianban.intake.application.Announcements;
import org.lianban.intake.application.Applier;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.ApplicationEvent;
import org.lianban.intake.application.Circumstances;
import org.lianban.intake.application.Command;
import org.lianban.intake.application.Decider;
import org.lianban.intake.application.Decision;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.check.StoredMaterial;
import org.lianban.intake.check.Verdict;
import org.lianban.intake.check.Verdict.Acceptable;
import org.lianban.intake.check.Verdict.Faulty;
import org.lianban.intake.identity.Series;
import org.lianban.intake.store.AnswerStore.Answered;
import org.lianban.intake.store.AnswerStore.Key;
import org.lianban.intake.store.NoticeStore;
import org.lianban.intake.store.Stored;
import org.lianban.messaging.Outgoing;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Decides one batch in memory, one request after the other, each seeing what those before it did. */
final class Batch {
    /** @param verdicts of first filings, by position; null for other orders */
    record Task(List<Request> requests, List<@Nullable Verdict> verdicts, Known known, Instant now) {}

    private static final CasePack NOTHING = new CasePack(new Party("", Party.IdType.RESIDENT_ID, "", null), null,
            Map.of(), JsonNodeFactory.instance.objectNode(), List.of());

    private final Task task;
    private final Numbering numbering;
    private final Examiner examiner;
    private final Deadlines deadlines;
    private final JsonMapper json;
    private final Map<String, Stored> cases;
    private final Map<Key, Answered> answered;
    private final Outcome outcome = new Outcome();

    Batch(Task task, Numbering numbering, Examiner examiner, Deadlines deadlines, JsonMapper json) {
        this.task = task;
        this.numbering = numbering;
        this.examiner = examiner;
        this.deadlines = deadlines;
        this.json = json;
        this.cases = new HashMap<>(task.known().cases());
        this.answered = new HashMap<>(task.known().answered());
    }

    Outcome decide() {
        for (int i = 0; i < task.requests().size(); i++) {
            Request request = task.requests().get(i);
            Answer answer = repeated(request);
            outcome.answers.add(answer == null ? remember(request, fresh(i, request)) : answer);
        }
        return outcome;
    }

    private @Nullable Answer repeated(Request request) {
        return request.key() == null ? null : Answer.repeated(request, answered.get(request.key()));
    }

    private Answer remember(Request request, Answer answer) {
        if (request.key() != null && answer instanceof Answer.Done done) {
            Answered kept = new Answered(request.key(), request.digest(), done.status(), done.body());
            answered.put(request.key(), kept);
            outcome.answered.add(kept);
        }
        return answer;
    }

    private Answer fresh(int index, Request request) {
        return switch (request.order()) {
            case Order.File file -> file(file, Objects.requireNonNull(task.verdicts().get(index)), request);
            case Order.Receive receive -> ofCase(request, receive.caseNo(), new Command.Receive());
            case Order.NotifyCorrection notice ->
                ofCase(request, notice.caseNo(), new Command.NotifyCorrection(notice.defects()));
            case Order.Withdraw withdraw ->
                ofCase(request, withdraw.caseNo(), new Command.Withdraw(withdraw.items(), withdraw.reason()));
            case Order.Resubmit again -> resubmit(request, again);
            case Order.Keep(StoredMaterial material) -> keep(material);
            case Order.Aside aside -> throw new IllegalStateException(
                    "Expected " + aside.work().name() + " to be decided alone, but it came in a batch");
        };
    }

    private Answer file(Order.File file, Verdict verdict, Request request) {
        return switch (verdict) {
            case Faulty(var faults) -> new Answer.Faulty(faults);
            case Acceptable ok -> {
                String region = ok.oneThing().region();
                String caseNo = numbering.next(Series.CASE, region);
                Instant handedIn = file.handedInAt() == null ? task.now() : file.handedInAt();
                Dossier dossier = new Dossier(caseNo, region, ok.oneThing().code(), ok.oneThing().contentHash(),
                        ok.channel(), file.filing().window(), file.provinceNo(), 0, handedIn, ok.items(), ok.pack());
                yield run(request, new Application.None(caseNo), 0,
                        new Command.Submit(dossier, file.filing().receive()), 201);
            }
        };
    }

    private Answer resubmit(Request request, Order.Resubmit again) {
        Stored stored = cases.get(again.caseNo());
        if (!(stored != null && stored.state() instanceof Application.CorrectionNotified noticed)) {
            // The life cycle says why not; what was handed in does not matter then.
            return ofCase(request, again.caseNo(), new Command.Resubmit(List.of(), NOTHING, false));
        }
        Examiner.Corrected corrected = examiner.corrected(noticed.dossier(), again.changes(),
                task.known().materials(), task.now());
        return switch (corrected.verdict()) {
            case Faulty(var faults) -> new Answer.Faulty(faults);
            case Acceptable ok -> {
                outcome.former.add(noticed.dossier());
                yield ofCase(request, again.caseNo(),
                        new Command.Resubmit(ok.items(), ok.pack(), corrected.receive()));
            }
        };
    }

    private Answer ofCase(Request request, String caseNo, Command command) {
        Stored stored = cases.get(caseNo);
        return stored == null
                ? run(request, new Application.None(caseNo), 0, command, 200)
                : run(request, stored.state(), stored.sequence(), command, 200);
    }

    private Answer run(Request request, Application before, long sequence, Command command, int status) {
        return switch (Decider.decide(before, command, circumstances(request))) {
            case Decision.Rejected(var rejection) -> new Answer.Refused(rejection);
            case Decision.Accepted(var events) -> {
                Application state = before;
                long last = sequence;
                for (ApplicationEvent event : events) {
                    state = Applier.apply(state, event);
                    last = announce(request, event, (Filed) state, last);
                }
                Filed after = (Filed) state;
                if (!events.isEmpty()) {
                    keep(before, new Stored(after, last));
                }
                yield done(status, () -> CaseAnswer.of(after,
                        deadlines.due(after.dossier().region(), after.dossier().handedInAt())));
            }
        };
    }

    private long announce(Request request, ApplicationEvent event, Filed after, long sequence) {
        String caseNo = after.dossier().caseNo();
        if (event instanceof ApplicationEvent.CorrectionNotified e) {
            outcome.notices.add(new NoticeStore.Issued(caseNo, e.round(), e.notice(), e.defects()));
        }
        return Announcements.of(event, after).map(said -> {
            outcome.events.add(new Outgoing(Topics.INTAKE, caseNo, caseNo, sequence + 1, task.now(), request.actor(),
                    request.traceparent(), said));
            return sequence + 1;
        }).orElse(sequence);
    }

    private void keep(Application before, Stored after) {
        String caseNo = after.state().dossier().caseNo();
        cases.put(caseNo, after);
        (before instanceof Application.None || outcome.filed.containsKey(caseNo) ? outcome.filed : outcome.changed)
                .put(caseNo, after);
    }

    private Answer keep(StoredMaterial material) {
        outcome.materials.add(material);
        return done(201, () -> new MaterialAnswer(material.digest(), material.mediaType(), material.bytes()));
    }

    /** While numbers are only counted, nobody reads the body. */
    private Answer done(int status, Supplier<Object> body) {
        return new Answer.Done(status,
                numbering instanceof Numbering.Counting ? "" : json.writeValueAsString(body.get()), false);
    }

    private Circumstances circumstances(Request request) {
        return new Circumstances() {
            @Override
            public Instant now() {
                return task.now();
            }

            @Override
            public String by() {
                return request.actor();
            }

            @Override
            public String next(Series series, String region) {
                return numbering.next(series, region);
            }
        };
    }
}
