package org.lianban.intake.custody.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.custody.Act;
import org.lianban.intake.custody.Custodian;
import org.lianban.intake.custody.Custody;
import org.lianban.intake.custody.Digitiser;
import org.lianban.intake.custody.query.CustodyQueries;
import org.lianban.intake.custody.store.CustodyRepository;
import org.lianban.intake.windows.WindowRights;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.text.Characters;
import reactor.core.publisher.Mono;

/** 原件保管: what is done about the paper of a case. */
public record CustodyHandler(CaseDesk desk, CustodyRepository custody, CustodyQueries queries, CatalogCopy catalog,
        WindowRights rights) {
    /** 移交、留存、退还. */
    public Mono<Outcome<Custody.Originals>> handover(Keyed<? extends Custodian.Handover> keyed, String caseNo,
            Actor actor,
            @Nullable String traceparent) {
        Custodian.Handover command = keyed.command();
        Set<Operation> operations = switch (command) {
            case Custodian.Handover.Transfer t -> Set.of(Operation.DISTRIBUTE);
            case Custodian.Handover.Retain r -> Set.of();
            case Custodian.Handover.Return r -> Set.of(Operation.FEED_BACK);
        };
        return desk.onCase(command.getClass().getSimpleName(), keyed, Custody.Originals.class, caseNo, actor,
                traceparent, (tx, state, now) -> custody.rows(tx, List.of(caseNo)).map(rows -> {
                    List<Fault> mayNot = operations.stream().flatMap(o -> mayNot(actor, o, state).stream())
                            .toList();
                    if (!mayNot.isEmpty()) {
                        return Decision.refused(Refusal.unacceptable(mayNot));
                    }
                    OneThing oneThing = catalog.requireVersion(state.dossier().catalogHash());
                    Custody before = rows.custody(state);
                    return switch (Custodian.decide(new Custodian.Scene(state, oneThing, before, actor, now),
                            command)) {
                        case Decision.Refused<Act>(Refusal refusal) -> Decision.refused(refusal);
                        case Decision.Repeated<Act> repeated -> Decision.repeated();
                        case Decision.Accepted<Act> accepted -> {
                            Act act = accepted.events().getFirst();
                            List<Act> all = new ArrayList<>(rows.acts(caseNo));
                            all.add(act);
                            yield Decision.accepted(new CaseDesk.Work<>(events(caseNo, act),
                                    Custody.Originals.of(caseNo, Custody.of(state, all, rows.attestations(caseNo))),
                                    custody.insert(tx, caseNo, all.size(), act), operations, null));
                        }
                    };
                }));
    }

    private static List<IntakeEvent> events(String caseNo, Act act) {
        return switch (act) {
            case Act.Transferred t -> List.of(new IntakeEvent.OriginalsTransferred(caseNo, t.materials(),
                    t.from() == null ? "" : t.from(), t.to(), t.receiver(), t.at()));
            case Act.Retained r -> List.of();
            case Act.Returned r -> List.of(new IntakeEvent.OriginalsReturned(caseNo, r.materials(),
                    Characters.maskName(r.receiver()), r.signature(), r.at()));
        };
    }

    /** 一致性确认 of a copy; its digest is computed before the transaction, for that takes a while. */
    public Mono<Outcome<Custody.Attestation>> attest(Keyed<Custody.Attestation.AttestationTerms> keyed, String caseNo,
            String material, Actor actor) {
        Custody.Attestation.AttestationTerms terms = keyed.command();
        if (!terms.consistent()) {
            return Mono.just(Outcome.refused(Refusal.unacceptable(
                    new Fault("/consistent", "NOT_CONFIRMED", "请确认电子件与纸质原件一致；不一致的，请重新扫描"))));
        }
        return queries.copy(material, terms.digest()).flatMap(found -> found.isPresent()
                ? desk.onCase("Attest", keyed, Custody.Attestation.class, caseNo, actor, null,
                        (tx, state, now) -> custody.rows(tx, List.of(caseNo)).map(rows -> attested(
                                tx, state, rows, found.get(), terms.original() == Custody.Attestation.Where.KEPT, actor,
                                now)))
                : Mono.just(Outcome.refused(Refusal.unavailable("文件存储中没有此文件，请稍后再试"))));
    }

    private Decision<CaseDesk.Work<Custody.Attestation>> attested(Connection tx, Filed state,
            CustodyRepository.Rows rows, Digitiser.Copy copy, boolean kept, Actor actor, Instant now) {
        OneThing oneThing = catalog.requireVersion(state.dossier().catalogHash());
        List<Fault> faults = new ArrayList<>(mayNot(actor, Operation.UPLOAD, state));
        faults.addAll(Digitiser.faults(state, oneThing, copy));
        if (!faults.isEmpty()) {
            return Decision.refused(Refusal.unacceptable(faults));
        }
        Custody.Attestation attestation = new Custody.Attestation(state.dossier().caseNo(),
                rows.attestations(state.dossier().caseNo()).size() + 1,
                copy.material(), copy.digest(), copy.sm3(), kept, actor.text(), actor.window(), now);
        return Decision.accepted(new CaseDesk.Work<>(List.of(), attestation, custody.insert(tx, attestation),
                Set.of(Operation.UPLOAD), Digitiser.digitised(state, copy)));
    }

    /** 打印留存. */
    public Mono<Outcome<Custody.Print>> print(Keyed<Custody.Print.PrintTerms> keyed, String caseNo, Actor actor) {
        Custody.Print.PrintTerms terms = keyed.command();
        return desk.onCase("Print", keyed, Custody.Print.class, caseNo, actor, null,
                (tx, state, now) -> custody.prints(tx, caseNo).map(prints -> {
                    List<Fault> faults = printable(state, terms.materials());
                    if (!faults.isEmpty()) {
                        return Decision.refused(Refusal.unacceptable(faults));
                    }
                    Custody.Print print = new Custody.Print(prints.size() + 1, terms.materials(),
                            terms.copies() == null ? 1 : terms.copies(), terms.purpose(), actor.text(), now);
                    return Decision
                            .accepted(new CaseDesk.Work<>(List.of(), print, custody.insert(tx, caseNo, print), Set.of(),
                                    null));
                }));
    }

    private static List<Fault> printable(Filed state, List<String> materials) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < materials.size(); i++) {
            String code = materials.get(i);
            if (state.dossier().pack().materials().stream()
                    .noneMatch(m -> m.code().equals(code) && m.digest() != null)) {
                faults.add(new Fault("/materials/" + i, "NO_COPY", "材料 " + code + " 没有电子件，不能打印"));
            }
        }
        return faults;
    }

    private List<Fault> mayNot(Actor actor, Operation operation, Filed state) {
        return rights.check(actor, operation, state.dossier().oneThing(), state.dossier().region());
    }
}
