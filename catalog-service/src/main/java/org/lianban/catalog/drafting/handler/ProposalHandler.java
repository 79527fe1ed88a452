package org.lianban.catalog.drafting.handler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.proposal.Proposal;
import org.lianban.catalog.drafting.store.ProposalRepository;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.command.FaultCode;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Files proposals, moves them on and counts who supports them. */
public record ProposalHandler(Database database, Exclusive exclusive, ProposalRepository proposals) {
    public Mono<Outcome<Proposal>> file(Command command, Proposal.Filing filing, @Nullable String department) {
        return Exclusive.unless(filing.faults(department), () -> exclusive.once(command, Proposal.class,
                tx -> proposals.nextId(tx, String.valueOf(filing.region())).flatMap(id -> {
                    Proposal proposal = filing.proposal(id, department);
                    return proposals.save(tx, proposal, command).thenReturn(Outcome.done(proposal));
                })));
    }

    public Mono<Outcome<Proposal>> move(Command command, String id, Proposal.Move move, @Nullable String reply) {
        return exclusive.once(command, Proposal.class,
                tx -> proposals.load(tx, id).flatMap(found -> Exclusive.known(found, "没有此提议", proposal -> {
                    boolean decides = move == Proposal.Move.ADOPT || move == Proposal.Move.REJECT;
                    if (decides && reply == null) {
                        return Mono.just(Outcome.refused(Refusal.unacceptable(
                                FaultCode.MISSING.saying("/reply", "采纳或者不采纳应答复提议人"))));
                    }
                    return proposal.moved(new Proposal.Step(move, reply, command.actor(), command.at()))
                            .map(moved -> proposals.save(tx, moved, command).thenReturn(Outcome.done(moved)))
                            .orElseGet(() -> Mono.just(Outcome.refused(Refusal.conflict("WRONG_STAGE",
                                    "提议处于%s，不能%s".formatted(proposal.state(), move)))));
                })));
    }

    /** An account supports a proposal once, however often it says so. */
    public Mono<Outcome<Proposal.Listed>> support(Command command, String id, String account) {
        return exclusive.alone(tx -> proposals.load(tx, id).flatMap(found -> Exclusive.known(found, "没有此提议",
                proposal -> proposals.support(tx, id, account, command)
                        .map(n -> Outcome.done(new Proposal.Listed(proposal, n))))));
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Proposal.Listed>> list(@Nullable String region, @Nullable String kind, String after, int limit) {
        return database.withConnection(c -> proposals.list(c, region, kind, after, limit));
    }
}
