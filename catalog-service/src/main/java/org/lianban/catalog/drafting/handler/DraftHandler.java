package org.lianban.catalog.drafting.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lianban.catalog.drafting.Author;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.DraftCommand;
import org.lianban.catalog.drafting.DraftDecider;
import org.lianban.catalog.drafting.DraftEvent;
import org.lianban.catalog.drafting.NewDraft;
import org.lianban.catalog.drafting.gate.Gate;
import org.lianban.catalog.drafting.query.GateQueries;
import org.lianban.catalog.drafting.store.DraftRepository;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.Standing;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.publication.Publication;
import org.lianban.catalog.listing.query.BaseQueries;
import org.lianban.catalog.listing.store.StageRepository;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Drafts: each command is one transaction that reads, decides, writes, and announces what the public or testers get. */
public record DraftHandler(Exclusive exclusive, DraftRepository drafts, ListingHandler listing, BaseQueries base,
        GateQueries gate, DraftEffects effects, StageRepository stages) {
    private static final String ONLY_LEADS = "只有清单管理员或本事项的牵头部门可以起草";

    /** Begins a draft; a code has one open draft at a time. */
    public Mono<Outcome<Draft>> begin(Command command, Author author, NewDraft wanted) {
        return exclusive.once(command, Draft.class, tx -> Exclusive.unless(wanted.faults(), () -> {
            if (!wanted.allowedTo(author)) {
                return Mono.just(Outcome.refused(Refusal.forbidden(ONLY_LEADS)));
            }
            return hindrance(tx, wanted).flatMap(hindrance -> hindrance.isPresent()
                    ? Mono.just(Outcome.refused(hindrance.get()))
                    : create(tx, command, List.of(wanted)).map(created -> Outcome.done(created.getFirst())));
        }));
    }

    /** A code has one open draft at a time, and none once it is retired; a proposal has to be adopted. */
    private Mono<Optional<Refusal>> hindrance(Connection tx, NewDraft wanted) {
        String code = wanted.code();
        return drafts.open(tx, code).flatMap(open -> open.isPresent()
                ? Mono.just(Optional.of(Refusal.conflict("ALREADY_OPEN", "%s已有草案%s".formatted(code, open.get()))))
                : stages.standing(tx, code).flatMap(state -> state == Standing.State.RETIRED
                        ? Mono.just(Optional.of(Refusal.conflict("WRONG_STAGE", "%s已废止，新的一件事应使用新的编码".formatted(code))))
                        : drafts.proposalAdopted(tx, wanted.proposal()).map(adopted -> adopted
                                ? Optional.empty()
                                : Optional.of(Refusal.unacceptable(
                                        FaultCode.MISSING.saying("/proposal", "提议不存在或未采纳"))))));
    }

    /** Ids of drafts that were begun together. */
    public record Begun(List<String> drafts) {}

    /** Begins all drafts of a file, or none. */
    public Mono<Outcome<Begun>> beginAll(Command command, Author author, List<NewDraft> wanted) {
        return exclusive.once(command, Begun.class, tx -> {
            if (!wanted.stream().allMatch(w -> w.faults().isEmpty() && w.allowedTo(author))) {
                return Mono.just(Outcome.refused(Refusal.forbidden(ONLY_LEADS)));
            }
            return Flux.fromIterable(wanted).concatMap(w -> hindrance(tx, w).flatMapMany(found -> Flux
                    .fromStream(found.stream().map(r -> new Fault(w.code(), r.code(), r.detail()))))).collectList()
                    .flatMap(faults -> Exclusive.unless(faults, () -> create(tx, command, wanted)
                            .map(all -> Outcome.done(new Begun(all.stream().map(Draft::id).toList())))));
        });
    }

    /** What a new draft leaves open is taken from the base catalogue. */
    private Mono<List<Draft>> create(Connection tx, Command command, List<NewDraft> wanted) {
        return base.inheritance(tx).flatMap(inherited -> Flux.fromIterable(wanted)
                .concatMap(w -> drafts.nextId(tx, w.code()).flatMap(id -> {
                    Draft draft = w.with(inherited.fill(Objects.requireNonNull(w.content()))).draft(id);
                    return drafts.insert(tx, draft, command).thenReturn(draft);
                })).collectList());
    }

    /** Does what the command says to a draft. */
    public Mono<Outcome<Draft>> act(Command command, Author author, String id, DraftCommand wanted) {
        return exclusive.once(command, Draft.class, tx -> drafts.load(tx, id)
                .flatMap(found -> Exclusive.known(found, "没有此草案", draft -> inherited(tx, draft, wanted)
                        .flatMap(filled -> context(tx, draft, command.at()).flatMap(context -> Exclusive.decided(
                                DraftDecider.decide(draft, filled, author, context),
                                events -> done(tx, command, context, draft, events)))))));
    }

    /** What an edit leaves open is taken from the base catalogue, and what it does not name stays. */
    private Mono<DraftCommand> inherited(Connection tx, Draft draft, DraftCommand wanted) {
        return wanted instanceof DraftCommand.Edit edit
                ? base.inheritance(tx).map(inherited -> new DraftCommand.Edit(
                        inherited.fill(edit.content() == null ? draft.content() : edit.content()),
                        edit.annex() == null ? draft.annex() : edit.annex(), edit.batch(), edit.revision()))
                : Mono.just(wanted);
    }

    /** A version is numbered after every earlier one, tested ones too, and is first announced now. */
    private Mono<DraftDecider.Context> context(Connection tx, Draft draft, Instant now) {
        return listing.context(tx, draft.content()).flatMap(known -> gate.context(tx)
                .flatMap(gates -> GateQueries.departments(tx, Department.Kind.OPEN_GROUP)
                        .map(open -> context(draft, known, gates, open, now))));
    }

    private static DraftDecider.Context context(Draft draft, Publication.Context known, Gate.Context gates,
            Set<String> open, Instant now) {
        Publication.Known last = known.last();
        Instant from = last == null || last.effectiveFrom().isBefore(now) ? now : last.effectiveFrom().plusMillis(1);
        List<Fault> faults = Gate.check(draft.content(), draft.annex(), gates);
        return switch (Publication.decide(draft.content(), from, now, known)) {
            case Decision.Accepted<OneThing> next ->
                new DraftDecider.Context(now, open, List.of(), faults, next.events().getFirst());
            case Decision.Repeated<OneThing> repeated -> new DraftDecider.Context(now, open, List.of(), faults, null);
            case Decision.Refused<OneThing>(Refusal form) ->
                new DraftDecider.Context(now, open, form.faults(), faults, null);
        };
    }

    private Mono<Draft> done(Connection tx, Command command, DraftDecider.Context context, Draft draft,
            List<DraftEvent> events) {
        Draft after = events.stream().reduce(draft, Draft::apply, (first, second) -> second);
        return drafts.save(tx, after, events, command)
                .then(effects.of(tx, command, after, events, Optional.ofNullable(context.next()))).thenReturn(after);
    }
}
