package org.lianban.intake.application.handler;

import io.r2dbc.spi.Connection;
import java.time.InstantSource;
import java.util.List;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.OnceOnly;
import org.lianban.command.once.Outcome;
import org.lianban.intake.application.CaseAnswer;
import org.lianban.intake.checking.Checker.Verdict;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.commands.handler.IntakeMeters;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 收件台: takes commands on applications, finds out what they need, and has them carried out once per key. */
public final class IntakeCommands {
    private final Database database;
    private final Inquiry inquiry;
    private final IntakeHandler handler;
    private final InstantSource clock;
    private final IntakeMeters meters;
    private final OnceOnly<Request, CaseAnswer> door;

    public IntakeCommands(Database database, Inquiry inquiry, IntakeHandler handler, InstantSource clock,
            JsonMapper json, IntakeMeters meters) {
        this.database = database;
        this.inquiry = inquiry;
        this.handler = handler;
        this.clock = clock;
        this.meters = meters;
        this.door = new OnceOnly<>("intake", database, clock, OnceOnly.Codec.json(json, CaseAnswer.class), handler);
    }

    /** Answered once it is durable. */
    public Mono<Outcome<CaseAnswer>> submit(Keyed<Request> keyed) {
        return inquiry.of(keyed.command(), clock.instant()).flatMap(decision -> switch (decision) {
            case Decision.Accepted<Request> known -> door.submit(
                    new Keyed<>(known.events().getFirst(), keyed.key(), keyed.digest()));
            case Decision.Repeated<Request> repeated -> door.submit(keyed);
            case Decision.Refused<Request> refused -> Mono.just(Outcome.<CaseAnswer>refused(refused.refusal()));
        }).doOnNext(outcome -> count(keyed.command(), outcome));
    }

    /** Within a transaction of the caller, who has it committed. Nothing is found out for the commands before. */
    public Mono<List<Outcome<CaseAnswer>>> handle(Connection tx, List<Keyed<Request>> requests) {
        meters.batch(requests.size());
        return requests.isEmpty() ? Mono.just(List.of()) : door.handle(tx, requests).doOnNext(outcomes -> {
            for (int i = 0; i < outcomes.size(); i++) {
                count(requests.get(i).command(), outcomes.get(i));
            }
        });
    }

    private void count(Request request, Outcome<CaseAnswer> outcome) {
        if (request.command() instanceof IntakeCommand.File file) {
            meters.application(file.filing().channel(), outcome);
        } else {
            meters.command(request.command().name(), outcome);
        }
    }

    /** What would have to be known of a filing that comes in a transaction of its own. */
    public Mono<Gathered> gathered(IntakeCommand.File file, Actor by) {
        return inquiry.gathered(file, by, clock.instant());
    }

    /** What filing would be answered, without filing. */
    public Mono<Verdict> tryOut(IntakeCommand.File file, Actor by) {
        return gathered(file, by).flatMap(gathered -> database
                .withConnection(c -> handler.tryOut(c, file, gathered)));
    }
}
