package org.lianban.catalog.drafting.handler;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.proposal.Proposal;
import org.lianban.catalog.drafting.store.ProposalRepository;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Files proposals, moves them on and counts who supports them. */
public final class ProposalHandler {
    private final Exclusive exclusive;
    private final ProposalRepository proposals;

    public ProposalHandler(Exclusive exclusive, JsonMapper json) {
        this.exclusive = exclusive;
        this.proposals = new ProposalRepository(json);
    }

    public Mono<Outcome<Proposal>> file(Command command, Proposal.Filing filing, @Nullable String department) {
        List<Fault> faults = filing.faults(department);
        return faults.isEmpty()
                ? exclusive.once(command, Proposal.class,
                        tx -> proposals.nextId(tx, String.valueOf(filing.region())).flatMap(id -> {
                            Proposal proposal = filing.proposal(id, department);
                            return proposals.save(tx, proposal, command).thenReturn(Outcome.done(proposal));
                        }))
                : Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
    }

    public Mono<Outcome<Proposal>> move(Command command, String id, Proposal.Move move, @Nullable String reply) {
        return exclusive.once(command, Proposal.class, tx -> proposals.load(tx, id).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.just(Outcome.refused(Refusal.notFound("没有此提议")));
            }
            boolean decides = move == Proposal.Move.ADOPT || move == Proposal.Move.REJECT;
            if (decides && reply == null) {
                return Mono.just(Outcome.refused(Refusal.unacceptable(
                        FaultCode.MISSING.saying("/reply", "采纳或者不采纳应答复提议人"))));
            }
            Optional<Proposal> moved = found.get().moved(new Proposal.Step(move, reply, command.actor(), command.at()));
            return moved.isEmpty()
                    ? Mono.just(Outcome.refused(Refusal.conflict("WRONG_STAGE",
                            "提议处于%s，不能%s".formatted(found.get().state(), move))))
                    : proposals.save(tx, moved.get(), command).thenReturn(Outcome.done(moved.get()));
        }));
    }

    /** An account supports a proposal once, however often it says so. */
    public Mono<Outcome<Proposal.Listed>> support(Command command, String id, String account) {
        return exclusive.alone(tx -> proposals.load(tx, id).flatMap(found -> found.isEmpty()
                ? Mono.just(Outcome.refused(Refusal.notFound("没有此提议")))
                : proposals.support(tx, id, account, command)
                        .map(n -> Outcome.done(new Proposal.Listed(found.get(), n)))));
    }
}
