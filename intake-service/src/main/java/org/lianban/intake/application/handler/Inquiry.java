package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.handler.ChangesWriter.Changes;
import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.checking.handler.Gatherer;
import org.lianban.intake.commands.Days;
import org.lianban.intake.commands.Series;
import org.lianban.intake.parties.MandateRights;
import org.lianban.intake.parties.handler.MandateHandler;
import org.lianban.intake.windows.WindowRights;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * 事前查证: finds out before the transaction what a command needs to know beyond the application: consents, credit, a
 * filled-in form, and whether an agent may act. A command that names none of these costs nothing here.
 */
public record Inquiry(Database database, ApplicationRepository applications, Examiner examiner, Gatherer gatherer,
        MandateHandler mandates, WindowRights rights) {
    /** The request with what was found out, or why the actor may not give it. */
    Mono<Decision<Request>> of(Request request, Instant now) {
        return switch (request.command()) {
            case IntakeCommand.File file -> gathered(file, request.by(), now)
                    .flatMap(found -> agent(file.filing(), request.by(), now).map(faults -> Decision.accepted(
                            request.knowing(faults.isEmpty() ? found : found.with(faults)))));
            case IntakeCommand.OfCase ofCase -> ofCase(ofCase, request, now);
        };
    }

    Mono<Gathered> gathered(IntakeCommand.File file, Actor by, Instant now) {
        return gatherer.gather(file.filing(), examiner.version(file.filing(), now), by);
    }

    private Mono<List<Fault>> agent(Filing filing, Actor actor, Instant now) {
        Filing.Person agent = filing.agent();
        if (agent == null) {
            return Mono.just(actor.role() == Actor.Role.AGENT
                    ? List.of(new Fault("/agent", "MISSING", "代理人申报的，请填写代理人"))
                    : List.of());
        }
        Optional<Party> principal = filing.applicant() == null ? Optional.empty() : filing.applicant().party();
        Optional<OneThing> oneThing = examiner.version(filing, now);
        // The province's platform has asked its own people; what is missing or malformed the check itself tells.
        if (actor.role() == Actor.Role.PROVINCE || rights.trial(actor.id()) || principal.isEmpty()
                || agent.party().isEmpty() || oneThing.isEmpty()) {
            return Mono.just(List.of());
        }
        return mandates.ofPrincipal(oneThing.get().region(), principal.get()).map(known -> known
                .map(all -> MandateRights.check(all, actor, agent.party().get(), oneThing.get().code(), Days.in(now)))
                .orElse(List.of()));
    }

    private Mono<Decision<Request>> ofCase(IntakeCommand.OfCase command, Request request, Instant now) {
        Filing.Changes changes = command instanceof IntakeCommand.Changing changing && changing.changes().refers()
                ? changing.changes()
                : null;
        boolean agent = request.by().role() == Actor.Role.AGENT;
        if (changes == null && !agent || !Series.isCaseNumber(command.caseNo())) {
            return Mono.just(Decision.accepted(request));
        }
        return database.withConnection(c -> applications.find(c, command.caseNo())).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.just(Decision.accepted(request));
            }
            Dossier dossier = found.get().state().dossier();
            return (agent ? mayNot(dossier, request.by(), now) : Mono.just(List.<Fault>of()))
                    .flatMap(faults -> faults.isEmpty()
                            ? revised(dossier, changes, request)
                            : Mono.just(Decision.refused(Refusal.forbidden(faults))));
        });
    }

    private Mono<List<Fault>> mayNot(Dossier dossier, Actor actor, Instant now) {
        return mandates.ofPrincipal(dossier.region(), dossier.pack().applicant()).map(known -> known
                .map(all -> MandateRights.check(all, actor, dossier.oneThing(), Days.in(now))).orElse(List.of()));
    }

    private Mono<Decision<Request>> revised(Dossier dossier, Filing.@Nullable Changes changes, Request request) {
        return (changes == null
                ? Mono.just(Gathered.NOTHING)
                : gatherer.gather(new Revision(dossier, changes).filing(), examiner.version(dossier.catalogHash()),
                        request.by()))
                .map(gathered -> Decision.accepted(request.knowing(gathered)));
    }
}
