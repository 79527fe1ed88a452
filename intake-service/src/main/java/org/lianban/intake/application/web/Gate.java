package org.lianban.intake.application.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.contracts.Channel;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.handler.Order;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.Filing.Person;
import org.lianban.intake.numbering.Series;
import org.lianban.intake.parties.handler.MandateDesk;
import org.lianban.intake.windows.WindowAct;
import org.lianban.intake.windows.WindowRights;
import org.lianban.kit.catalog.CatalogCopy;
import reactor.core.publisher.Mono;

/**
 * 权限: asked before every command that comes over HTTP, whether the agent may act for the applicant and whether a filing
 * or a file may be taken in at the window. An application without an agent costs no question to the database. The
 * province's platform has asked its own people, and comes another way. Commands on a case are checked by the desk, which
 * knows its one-thing.
 */
public final class Gate {
    private final MandateDesk mandates;
    private final WindowRights rights;
    private final CatalogCopy catalog;
    private final InstantSource clock;

    public Gate(MandateDesk mandates, WindowRights rights, CatalogCopy catalog, InstantSource clock) {
        this.mandates = mandates;
        this.rights = rights;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * The order, with what is wrong about window and agent among its faults, so that all is told at once.
     *
     * @throws Problem 403 when an agent commands a case for whose applicant it has no mandate, or a clerk may not upload
     */
    Mono<Order> admit(Order order, Actor actor) {
        if (order instanceof Order.File file) {
            return agent(file.filing(), actor).map(found -> {
                List<Fault> all = new ArrayList<>(atWindow(file.filing(), actor));
                all.addAll(found);
                return all.isEmpty() ? file : with(file, all);
            });
        }
        if (order instanceof Order.Keep && actor.role() == Role.WINDOW_CLERK) {
            List<Fault> faults = rights.check(actor, Operation.UPLOAD, null, null);
            return faults.isEmpty() ? Mono.just(order) : Mono.error(Problem.forbidden(faults));
        }
        return actor.role() == Role.AGENT && order instanceof Order.OfCase ofCase
                ? onCase(ofCase.caseNo(), actor).thenReturn(order)
                : Mono.just(order);
    }

    private static Order.File with(Order.File file, List<Fault> found) {
        List<Fault> all = new ArrayList<>(file.faults());
        all.addAll(found);
        return new Order.File(file.filing(), all, file.provinceNo(), file.handedInAt(), file.gathered());
    }

    private List<Fault> atWindow(Filing filing, Actor actor) {
        String region = filing.region();
        if (filing.channel() != Channel.WINDOW || region == null || actor.role() == Role.SYSTEM) {
            return List.of();
        }
        String oneThing = filing.oneThing();
        boolean fromHeader = actor.window() != null;
        return rights.check(new WindowAct(actor.id(), fromHeader ? actor.window() : filing.window(),
                fromHeader ? Actors.WINDOW_HEADER : "/window",
                filing.receive() ? EnumSet.of(Operation.ENTER, Operation.RECEIVE) : EnumSet.of(Operation.ENTER),
                region, oneThing == null ? null : code(region, oneThing)));
    }

    private Mono<List<Fault>> agent(Filing filing, Actor actor) {
        Person agent = filing.agent();
        if (agent != null && rights.trial(actor.id())) {
            return Mono.just(List.of());
        }
        if (agent == null) {
            return Mono.just(actor.role() == Role.AGENT
                    ? List.of(new Fault("/agent", "MISSING", "代理人申报的，请填写代理人"))
                    : List.of());
        }
        Optional<Party> principal = party(filing.applicant());
        Optional<Party> acting = party(agent);
        String region = filing.region();
        String oneThing = filing.oneThing();
        // What is missing or malformed is told by the check of the application itself.
        return principal.isEmpty() || acting.isEmpty() || region == null || oneThing == null
                ? Mono.just(List.of())
                : mandates.check(actor, region, code(region, oneThing), principal.get(), acting.get());
    }

    /** A one-thing may be named by its name. */
    private String code(String region, String named) {
        return catalog.effective(region, named, clock.instant()).map(OneThing::code).orElse(named);
    }

    private static Optional<Party> party(@Nullable Person person) {
        String number = person == null ? null : person.idNumber();
        String type = person == null ? null : person.idType();
        return number == null
                ? Optional.empty()
                : Arrays.stream(Party.IdType.values()).filter(t -> t.name().equals(type)).findFirst()
                        .map(known -> new Party("", known, number, null));
    }

    private Mono<Void> onCase(String caseNo, Actor actor) {
        return Series.isCaseNumber(caseNo)
                ? mandates.check(actor, caseNo).flatMap(faults -> faults.isEmpty()
                        ? Mono.empty()
                        : Mono.error(Problem.forbidden(faults)))
                : Mono.empty();
    }
}
