package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Party;
import org.lianban.contracts.Topics;
import org.lianban.contracts.catalog.Term;
import org.lianban.intake.application.Announcements;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.ApplicationEvent;
import org.lianban.intake.application.Applier;
import org.lianban.intake.application.CaseAnswer;
import org.lianban.intake.application.Circumstances;
import org.lianban.intake.application.Command;
import org.lianban.intake.application.Decider;
import org.lianban.intake.application.Decision;
import org.lianban.intake.application.IssuedNotice;
import org.lianban.intake.application.Rejection;
import org.lianban.intake.application.Stored;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.application.store.AnswerStore.Answered;
import org.lianban.intake.application.store.AnswerStore.Key;
import org.lianban.intake.checking.Verdict;
import org.lianban.intake.materials.MaterialAnswer;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.numbering.Series;
import org.lianban.messaging.Outgoing;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Decides one batch in memory, one request after the other, each seeing what those before it did. */
public final class Batch {
    /** @param verdicts of first filings, by position; null for other orders */
    record Task(List<Request> requests, List<@Nullable Verdict> verdicts, Known known, Instant now) {}

    /** What every batch decides with. */
    record Tools(Preparing preparing, Consequences consequences, Deadlines deadlines, JsonMapper json) {}

    /** Of commands that a state refuses whatever they bring. */
    static final CasePack NOTHING = new CasePack(new Party("", Party.IdType.RESIDENT_ID, "", null), null,
            Map.of(), JsonNodeFactory.instance.objectNode(), List.of());

    private final Task task;
    private final Numbering numbering;
    private final Tools tools;
    private final Map<String, Stored> cases;
    private final Map<Key, Answered> answered;
    private final Outcome outcome = new Outcome();

    Batch(Task task, Numbering numbering, Tools tools) {
        this.task = task;
        this.numbering = numbering;
        this.tools = tools;
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
        Order order = request.order();
        if (order instanceof Order.Keep(StoredMaterial material)) {
            return keep(material);
        }
        return switch (prepared(index, request)) {
            case Prepared.Not(Answer answer) -> answer;
            case Prepared.Ready ready -> run(request, ready);
        };
    }

    private Prepared prepared(int index, Request request) {
        Instant now = task.now();
        Map<String, StoredMaterial> files = task.known().materials();
        return switch (request.order()) {
            case Order.File file -> tools.preparing().file(file, Objects.requireNonNull(task.verdicts().get(index)),
                    request.by(), numbering, now);
            case Order.Receive o -> tools.preparing().receive(cases.get(o.caseNo()), o, request.by(), now);
            case Order.NotifyCorrection o -> tools.preparing().notice(cases.get(o.caseNo()), o, request.by(), now);
            case Order.Resubmit o ->
                tools.preparing().resubmit(cases.get(o.caseNo()), o, files, request.by(), now);
            case Order.Amend o -> tools.preparing().amend(cases.get(o.caseNo()), o, files, request.by(), now);
            case Order.Supplement o ->
                tools.preparing().supplement(cases.get(o.caseNo()), o, files, request.by(), now);
            case Order.Withdraw o -> later(o, new Command.Withdraw(o.items(), o.reason()));
            case Order.Expire o -> later(o, new Command.Expire(o.material()));
            case Order.Lapse o -> later(o, new Command.Lapse(o.round()));
            case Order.AskCorrection o -> later(o, new Command.AskCorrection(o.wish()));
            case Order.Keep o -> throw new IllegalStateException("Expected a file to be kept without a decision");
            case Order.Aside o -> throw new IllegalStateException(
                    "Expected " + o.work().name() + " to be decided alone, but it came in a batch");
        };
    }

    private Prepared later(Order.OfCase order, Command command) {
        return Preparing.later(cases.get(order.caseNo()), order.caseNo(), command);
    }

    private Answer run(Request request, Prepared.Ready ready) {
        return switch (Decider.decide(ready.state(), ready.command(), circumstances(request))) {
            case Decision.Rejected(var rejection) -> new Answer.Refused(rejection);
            case Decision.Accepted(var events) -> {
                Application state = ready.state();
                long last = ready.sequence();
                for (ApplicationEvent event : events) {
                    Application was = state;
                    state = Applier.apply(state, event);
                    last = announce(request, event, was, (Filed) state, last);
                }
                if (!events.isEmpty()) {
                    keep(ready, new Stored((Filed) state, last));
                }
                yield state instanceof Filed after
                        ? done(ready.status(), () -> CaseAnswer.of(after,
                                tools.deadlines().due(after.dossier().region(), after.dossier().handedInAt())))
                        : new Answer.Refused(unknown());
            }
        };
    }

    private static Rejection unknown() {
        return new Rejection(Rejection.Kind.UNKNOWN_CASE, "没有此办件编号的申请");
    }

    private long announce(Request request, ApplicationEvent event, Application was, Filed after, long sequence) {
        String caseNo = after.dossier().caseNo();
        tools.consequences().of(event, after, task.now(), outcome);
        if (event instanceof ApplicationEvent.CorrectionNotified e) {
            outcome.notices.add(new IssuedNotice(caseNo, e.round(), e.notice(), e.defects()));
        }
        return Announcements.of(event, was, after).map(said -> {
            outcome.events.add(new Outgoing(Topics.INTAKE, caseNo, caseNo, sequence + 1, task.now(), request.actor(),
                    request.traceparent(), said));
            return sequence + 1;
        }).orElse(sequence);
    }

    private void keep(Prepared.Ready ready, Stored after) {
        String caseNo = after.state().dossier().caseNo();
        cases.put(caseNo, after);
        (ready.state() instanceof Application.None || outcome.filed.containsKey(caseNo)
                ? outcome.filed
                : outcome.changed).put(caseNo, after);
        switch (ready.before()) {
            case Prepared.Before.Round(var dossier) -> outcome.former.add(dossier);
            case Prepared.Before.Part(var amendment) -> outcome.amendments.add(amendment);
            case null -> {
                // Nothing was replaced.
            }
        }
    }

    private Answer keep(StoredMaterial material) {
        outcome.materials.add(material);
        return done(201, () -> new MaterialAnswer(material.digest(), material.mediaType(), material.bytes()));
    }

    /** While numbers are only counted, nobody reads the body. */
    private Answer done(int status, Supplier<Object> body) {
        return new Answer.Done(status,
                numbering instanceof Numbering.Counting ? "" : tools.json().writeValueAsString(body.get()), false);
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
            public Optional<Instant> due(String region, List<Term> terms) {
                return tools.deadlines().earliest(region, task.now(), terms);
            }

            @Override
            public String next(Series series, String region) {
                return numbering.next(series, region);
            }
        };
    }
}
