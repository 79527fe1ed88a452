package org.lianban.intake.custody.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef.Form;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.IntakeEvent.OriginalsReturned;
import org.lianban.contracts.event.IntakeEvent.OriginalsTransferred;
import org.lianban.contracts.province.CaseRecords.Result;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Lapsed;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;
import org.lianban.intake.application.handler.Beside;
import org.lianban.intake.custody.Act;
import org.lianban.intake.custody.Attestation;
import org.lianban.intake.custody.Custodian;
import org.lianban.intake.custody.Custody;
import org.lianban.intake.custody.Digitiser;
import org.lianban.intake.custody.Handover;
import org.lianban.intake.custody.Original;
import org.lianban.intake.custody.Print;
import org.lianban.intake.custody.Ruling;
import org.lianban.intake.custody.store.CustodyStore;
import org.lianban.intake.windows.Performed;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.store.OperationStore;
import org.lianban.kit.catalog.CatalogCopy;
import reactor.core.publisher.Mono;

/** 原件保管台: what is done about the paper of a case, under the lock of its application. */
public final class CustodyDesk {
    private final CustodyStore store;
    private final OperationStore operations;
    private final CatalogCopy catalog;
    private final WindowRights rights;

    public CustodyDesk(CustodyStore store, OperationStore operations, CatalogCopy catalog, WindowRights rights) {
        this.store = store;
        this.operations = operations;
        this.catalog = catalog;
        this.rights = rights;
    }

    /** 原件清单: where everything is, and what was done to bring it there. */
    public record Originals(String caseNo, List<Original> originals, List<Act> acts) {
        static Originals of(String caseNo, Custody custody) {
            return new Originals(caseNo, custody.originals(), custody.acts().stream().map(CustodyDesk::masked)
                    .toList());
        }
    }

    /** What {@code load} read. */
    private record Rows(List<Act> acts, List<Attestation> attestations) {}

    private Mono<Rows> rows(Connection tx, String caseNo) {
        return store.acts(tx, List.of(caseNo)).flatMap(acts -> store.attestations(tx, List.of(caseNo))
                .map(attested -> new Rows(acts.getOrDefault(caseNo, List.of()),
                        attested.getOrDefault(caseNo, List.of()))));
    }

    /** The paper of the application as handed in, and what was digitised since while the window kept the original. */
    public static Custody custody(Filed state, List<Act> acts, List<Attestation> attestations) {
        TreeMap<String, String> papers = new TreeMap<>();
        CasePack pack = state.dossier().pack();
        pack.materials().forEach(m -> {
            if (m.form() == Form.PAPER) {
                papers.put(m.code(), m.name());
            }
        });
        Map<String, String> names = new TreeMap<>();
        pack.materials().forEach(m -> names.put(m.code(), m.name()));
        attestations.stream().filter(Attestation::kept)
                .forEach(a -> papers.put(a.material(), names.getOrDefault(a.material(), a.material())));
        boolean received = !(state instanceof Submitted || state instanceof CorrectionNotified);
        return Custody.of(received ? papers : Map.of(), state.dossier().window(), acts);
    }

    public Mono<Originals> originals(Connection connection, Filed state) {
        String caseNo = state.dossier().caseNo();
        return rows(connection, caseNo)
                .map(rows -> Originals.of(caseNo, custody(state, rows.acts(), rows.attestations())));
    }

    /** 移交、留存、退还. */
    public Beside handover(String caseNo, Handover command, Actor actor) {
        return beside(command.getClass().getSimpleName(), caseNo, (rows, state, now) -> {
            Operation operation = operation(command);
            List<Fault> mayNot = operation == null ? List.of() : mayNot(actor, operation, state);
            if (!mayNot.isEmpty()) {
                return new Beside.Result.Faulty(mayNot);
            }
            Custody custody = custody(state, rows.acts(), rows.attestations());
            OneThing oneThing = catalog.requireVersion(state.dossier().catalogHash());
            Ruling ruling = Custodian.decide(new Custodian.Scene(state, oneThing, custody, actor, now), command);
            return switch (ruling) {
                case Ruling.Refused(var rejection) -> new Beside.Result.Refused(rejection);
                case Ruling.Faulty(var faults) -> new Beside.Result.Faulty(faults);
                case Ruling.Done(Act act) -> {
                    List<Act> all = new ArrayList<>(rows.acts());
                    all.add(act);
                    yield new Beside.Result.Said(event(caseNo, act),
                            Originals.of(caseNo, custody(state, all, rows.attestations())),
                            tx -> store.insert(tx, caseNo, all.size(), act)
                                    .then(Mono.defer(() -> performed(tx, actor, operation, caseNo, now))));
                }
            };
        });
    }

    private static @Nullable Operation operation(Handover command) {
        return switch (command) {
            case Handover.Transfer t -> Operation.DISTRIBUTE;
            case Handover.Retain r -> null;
            case Handover.Return r -> Operation.FEED_BACK;
        };
    }

    private List<Fault> mayNot(Actor actor, Operation operation, Filed state) {
        return rights.check(actor, operation, state.dossier().oneThing(), state.dossier().region());
    }

    private Mono<Void> performed(Connection tx, Actor actor, @Nullable Operation operation, String caseNo,
            Instant now) {
        String window = actor.window();
        return operation == null || window == null || !rights.registered(window)
                ? Mono.empty()
                : operations.insert(tx, List.of(new Performed(window, actor.id(), operation, caseNo.substring(0, 6),
                        caseNo)), now);
    }

    /** 一致性确认 of a copy whose digest was computed before. */
    public Beside attest(String caseNo, Digitiser.Copy copy, boolean kept, Actor actor) {
        return beside("Attest", caseNo, (rows, state, now) -> {
            OneThing oneThing = catalog.requireVersion(state.dossier().catalogHash());
            List<Fault> faults = new ArrayList<>(mayNot(actor, Operation.UPLOAD, state));
            faults.addAll(Digitiser.faults(state, oneThing, copy));
            if (!faults.isEmpty()) {
                return new Beside.Result.Faulty(faults);
            }
            Attestation attestation = new Attestation(caseNo, rows.attestations().size() + 1, copy.material(),
                    copy.digest(), copy.sm3(), kept, actor.text(), actor.window(), now);
            CasePack changed = Digitiser.digitised(state, copy);
            return new Beside.Result.Said(List.of(), attestation,
                    tx -> store.insert(tx, attestation)
                            .then(Mono.defer(() -> performed(tx, actor, Operation.UPLOAD, caseNo, now))),
                    changed == null ? null : with(state, changed));
        });
    }

    private static Filed with(Filed state, CasePack pack) {
        return switch (state) {
            case Submitted s -> new Submitted(s.dossier().with(pack));
            case CorrectionNotified s -> new CorrectionNotified(s.dossier().with(pack), s.notice());
            case Received s -> s;
            case Lapsed s -> s;
            case Withdrawn s -> s;
            case Settled s -> s;
        };
    }

    /** 打印留存. */
    public Beside print(String caseNo, List<String> materials, int copies, String purpose, Actor actor) {
        return new Beside() {
            @Override
            public String name() {
                return "Print";
            }

            @Override
            public Mono<Ready> load(Connection tx) {
                return store.prints(tx, caseNo).map(prints -> (state, now) -> {
                    List<Fault> faults = printable(state, materials);
                    if (!faults.isEmpty()) {
                        return new Result.Faulty(faults);
                    }
                    Print print = new Print(prints.size() + 1, materials, copies, purpose, actor.text(), now);
                    return new Result.Said(List.of(), print, inner -> store.insert(inner, caseNo, print));
                });
            }
        };
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

    @FunctionalInterface
    private interface Deciding {
        Beside.Result decide(Rows rows, Filed state, Instant now);
    }

    private Beside beside(String name, String caseNo, Deciding deciding) {
        return new Beside() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Mono<Ready> load(Connection tx) {
                return rows(tx, caseNo).map(rows -> (state, now) -> deciding.decide(rows, state, now));
            }
        };
    }

    private static List<IntakeEvent> event(String caseNo, Act act) {
        return switch (act) {
            case Act.Transferred t -> List.of(new OriginalsTransferred(caseNo, t.materials(),
                    t.from() == null ? "" : t.from(), t.to(), t.receiver(), t.at()));
            case Act.Retained r -> List.of();
            case Act.Returned r -> List.of(new OriginalsReturned(caseNo, r.materials(), maskedName(r.receiver()),
                    r.signature(), r.at()));
        };
    }

    private static Act masked(Act act) {
        return act instanceof Act.Returned r
                ? new Act.Returned(r.materials(), maskedName(r.receiver()), r.signature(), r.courier(), r.by(), r.at())
                : act;
    }

    private static String maskedName(String name) {
        return name.substring(0, 1) + "*".repeat(name.length() - 1);
    }
}
