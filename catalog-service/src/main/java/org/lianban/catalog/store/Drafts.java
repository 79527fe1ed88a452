package org.lianban.catalog.store;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lianban.catalog.draft.Author;
import org.lianban.catalog.draft.Draft;
import org.lianban.catalog.draft.DraftCommand;
import org.lianban.catalog.draft.DraftDecider;
import org.lianban.catalog.draft.DraftDecision;
import org.lianban.catalog.draft.DraftEvent;
import org.lianban.catalog.draft.DraftRejection;
import org.lianban.catalog.draft.NewDraft;
import org.lianban.catalog.draft.Situation;
import org.lianban.catalog.draft.Standing;
import org.lianban.catalog.publish.Fault;
import org.lianban.catalog.store.Outcome.Denial;
import org.lianban.catalog.store.Outcome.Denied;
import org.lianban.catalog.store.Outcome.Done;
import org.lianban.catalog.store.Outcome.Reason;
import org.lianban.catalog.store.Outcome.Refused;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Drafts: each command is one transaction that reads, decides, writes, and announces what the public or testers get. */
public final class Drafts {
    private final Exclusive exclusive;
    private final Once once;
    private final DraftStore drafts;
    private final Surveys surveys;
    private final DraftEffects effects;
    private final VersionStages stages = new VersionStages();

    public Drafts(Database database, Outbox outbox, JsonMapper json) {
        this.exclusive = new Exclusive(database);
        this.once = new Once(json);
        this.drafts = new DraftStore(database, json);
        this.surveys = new Surveys(database, json);
        this.effects = new DraftEffects(database, outbox, json);
    }

    /** Begins a draft; a code has one open draft at a time. */
    public Mono<Outcome<Draft>> begin(Command command, Author author, NewDraft wanted) {
        return exclusive.alone(tx -> once.run(tx, command, Draft.class, () -> {
            List<Fault> faults = wanted.faults();
            if (!faults.isEmpty()) {
                return Mono.just(refused(faults));
            }
            if (!wanted.allowedTo(author)) {
                return Mono.just(new Denied<>(Denial.FORBIDDEN, "只有清单管理员或本事项的牵头部门可以起草"));
            }
            return hindrance(tx, wanted.code()).flatMap(hindrance -> hindrance.isPresent()
                    ? Mono.just(hindrance.get())
                    : surveys.proposalAdopted(tx, wanted.proposal()).flatMap(adopted -> adopted
                            ? surveys.inheritance(tx)
                                    .flatMap(base -> create(tx, command,
                                            wanted.with(base.fill(Objects.requireNonNull(wanted.content())))))
                                    .map(draft -> new Done<>(draft, false))
                            : Mono.just(refused(List.of(new Fault(Fault.Code.MISSING, "/proposal", "提议不存在或未采纳"))))));
        }));
    }

    /** A code has one open draft at a time, and none once it is retired. */
    private Mono<Optional<Denied<Draft>>> hindrance(Connection tx, String code) {
        return drafts.open(tx, code).flatMap(open -> open.isPresent()
                ? Mono.just(Optional.of(
                        new Denied<Draft>(Denial.ALREADY_OPEN, "%s已有草案%s".formatted(code, open.get()))))
                : stages.standing(tx, code).map(state -> state == Standing.State.RETIRED
                        ? Optional.of(new Denied<Draft>(Denial.WRONG_STAGE, "%s已废止，新的一件事应使用新的编码".formatted(code)))
                        : Optional.empty()));
    }

    /** Ids of drafts that were begun together. */
    public record Begun(List<String> drafts) {}

    /** Begins all drafts of a file, or none. */
    public Mono<Outcome<Begun>> beginAll(Command command, Author author, List<NewDraft> wanted) {
        return exclusive.alone(tx -> once.run(tx, command, Begun.class, () -> {
            if (!wanted.stream().allMatch(w -> w.faults().isEmpty() && w.allowedTo(author))) {
                return Mono.just(new Denied<>(Denial.FORBIDDEN, "只有清单管理员或本事项的牵头部门可以起草"));
            }
            return Flux.fromIterable(wanted)
                    .concatMap(w -> hindrance(tx, w.code()).flatMapMany(found -> Flux.fromStream(
                            found.stream().map(d -> new Reason(w.code(), d.denial().name(), d.detail())))))
                    .collectList()
                    .flatMap(reasons -> reasons.isEmpty()
                            ? surveys.inheritance(tx).flatMap(base -> Flux.fromIterable(wanted).concatMap(
                                    w -> create(tx, command, w.with(base.fill(Objects.requireNonNull(w.content())))))
                                    .collectList())
                                    .map(done -> new Done<>(new Begun(done.stream().map(Draft::id).toList()), false))
                            : Mono.just(new Refused<Begun>(reasons)));
        }));
    }

    private Mono<Draft> create(Connection tx, Command command, NewDraft wanted) {
        return drafts.nextId(tx, wanted.code()).flatMap(id -> {
            Draft draft = wanted.draft(id);
            return drafts.insert(tx, draft, command).thenReturn(draft);
        });
    }

    /** Does what the command says to a draft. */
    public Mono<Outcome<Draft>> act(Command command, Author author, String id, DraftCommand wanted) {
        return exclusive.alone(tx -> once.run(tx, command, Draft.class,
                () -> drafts.load(tx, id).flatMap(found -> found
                        .map(draft -> inherited(tx, wanted).flatMap(filled -> surveys
                                .situation(tx, draft, command.at()).flatMap(situation -> decided(tx, command, situation,
                                        DraftDecider.decide(draft, filled, author, situation)))))
                        .orElseGet(() -> Mono.just(new Denied<>(Denial.NOT_FOUND, "没有此草案"))))));
    }

    /** What an edit leaves open is taken from the base catalogue. */
    private Mono<DraftCommand> inherited(Connection tx, DraftCommand wanted) {
        return wanted instanceof DraftCommand.Edit edit
                ? surveys.inheritance(tx).map(base -> new DraftCommand.Edit(base.fill(edit.content()), edit.annex(),
                        edit.batch(), edit.revision()))
                : Mono.just(wanted);
    }

    private Mono<Outcome<Draft>> decided(Connection tx, Command command, Situation situation, DraftDecision decision) {
        return switch (decision) {
            case DraftDecision.Accepted(List<DraftEvent> events, Draft after) -> drafts
                    .save(tx, after, events, command)
                    .then(effects.of(tx, command, after, events, Optional.ofNullable(situation.next())))
                    .thenReturn(new Done<>(after, false));
            case DraftDecision.Rejected(DraftRejection rejection) -> Mono.just(switch (rejection.kind()) {
                case FORBIDDEN -> new Denied<>(Denial.FORBIDDEN, rejection.detail());
                case WRONG_STAGE -> new Denied<>(Denial.WRONG_STAGE, rejection.detail());
                case STALE -> new Denied<>(Denial.STALE, rejection.detail());
                case INSUFFICIENT -> refused(rejection.faults());
            });
        };
    }

    private static <T> Outcome<T> refused(List<Fault> faults) {
        return new Refused<>(
                faults.stream().map(f -> new Reason(f.pointer(), f.code().name(), f.message())).toList());
    }
}
