package org.lianban.intake.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.check.Filing;
import org.lianban.intake.check.Filing.Person;
import org.lianban.intake.desk.MandateDesk;
import org.lianban.intake.desk.Order;
import org.lianban.intake.identity.Series;
import org.lianban.kit.Actor;
import org.lianban.kit.Actor.Role;
import org.lianban.kit.Fault;
import org.lianban.kit.Problem;
import org.lianban.kit.catalog.CatalogCopy;
import reactor.core.publisher.Mono;

/**
 * 代办权限: asked before every command that comes over HTTP, whether the agent may act for the applicant. An application
 * without an agent costs nothing here. The province's platform has asked its own people, and comes another way.
 */
public final class Gate {
    private final MandateDesk mandates;
    private final CatalogCopy catalog;
    private final InstantSource clock;

    public Gate(MandateDesk mandates, CatalogCopy catalog, InstantSource clock) {
        this.mandates = mandates;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * The order, with what is wrong about the agent among its faults.
     *
     * @throws Problem 403 when an agent commands a case for whose applicant it has no mandate
     */
    Mono<Order> admit(Order order, Actor actor) {
        if (order instanceof Order.File file) {
            return filing(file.filing(), actor).map(found -> found.isEmpty() ? file : with(file, found));
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

    private Mono<List<Fault>> filing(Filing filing, Actor actor) {
        Person agent = filing.agent();
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
        return person == null || person.idNumber() == null
                ? Optional.empty()
                : Arrays.stream(Party.IdType.values()).filter(t -> t.name().equals(person.idType())).findFirst()
                        .map(type -> new Party("", type, person.idNumber(), null));
    }

    private Mono<Void> onCase(String caseNo, Actor actor) {
        return Series.isCaseNumber(caseNo)
                ? mandates.check(actor, caseNo).flatMap(faults -> faults.isEmpty()
                        ? Mono.empty()
                        : Mono.error(Problem.forbidden(faults)))
                : Mono.empty();
    }
}
