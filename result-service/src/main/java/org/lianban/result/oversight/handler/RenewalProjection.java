package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.store.FileRepository;
import reactor.core.publisher.Mono;

/** RenewalProjection with a last day: one file each, from the day they are issued. */
record RenewalProjection(FileTypes types, Law law, Licence.Rules rules) {
    private static final String RULE = OversightActor.SYSTEM.account();

    /** A licence and the case that it was issued in. */
    record Issued(ResultEvent.LicenceIssued event, CaseChange in) {}

    static List<Issued> issued(List<CaseChange> cases) {
        return cases.stream()
                .flatMap(change -> change.events(ResultEvent.LicenceIssued.class).filter(e -> e.validUntil() != null)
                        .map(e -> new Issued(e, change)))
                .toList();
    }

    /** Those that are named, and those whose renewal is one of the cases. */
    Mono<Map<String, FileRow>> lock(Connection tx, FileRepository repository, List<Issued> issued,
            List<String> reminded) {
        var ids = new HashSet<>(reminded);
        issued.forEach(i -> ids.add(i.event().licenceId()));
        return repository.lock(tx, ids).flatMap(named -> repository.lockAbout(tx, FileRow.Kind.LICENCE,
                issued.stream().map(i -> i.in().caseNo()).distinct().toList()).map(renewed -> {
                    var all = new TreeMap<>(named);
                    all.putAll(renewed);
                    return all;
                }));
    }

    void project(FileUnitOfWork unit, List<Issued> issued, List<CaseChange> cases) {
        issued.forEach(licence -> watch(unit, licence));
        cases.stream().flatMap(change -> change.events(ResultEvent.TimerWarned.class))
                .filter(e -> e.timer() == ResultEvent.Timer.CERTIFICATE_EXPIRY && e.detail() != null)
                .forEach(e -> unit.file(FileRow.Kind.LICENCE, String.valueOf(e.detail()))
                        .ifPresent(row -> remind(unit, row, e)));
    }

    private void watch(FileUnitOfWork unit, Issued issued) {
        var e = issued.event();
        var until = e.validUntil();
        var filed = issued.in().after().filing();
        unit.files(FileRow.Kind.LICENCE).stream().filter(row -> e.caseNo().equals(row.subject()))
                .forEach(row -> unit.move(types.licence(), row,
                        List.of(new Licence.Event.Renewed(e.licenceId(), e.at())), RULE));
        if (until == null || filed == null || unit.file(FileRow.Kind.LICENCE, e.licenceId()).isPresent()) {
            return;
        }
        var task = issued.in().after().item(e.itemNo()).task();
        unit.open(types.licence(),
                Licence.issued(new Licence.Head(e.licenceId(), filed.region(), e.caseNo(), e.itemNo(),
                        task == null ? "" : task.department(), e.name(), until, e.at())),
                List.of(), RULE);
    }

    /** @throws IllegalStateException when the licence was renewed or revoked meanwhile: the reminder is not published */
    private void remind(FileUnitOfWork unit, FileRow row, ResultEvent.TimerWarned warned) {
        var licence = unit.read(types.licence(), row);
        var next = licence.next(rules, FileUnitOfWork.calendar(law, licence.head().region()), warned.warnedAt());
        if (next.isEmpty() || !(next.get() instanceof Licence.Event.Reminded reminded)) {
            throw new IllegalStateException("Licence " + row.id() + " needs no reminder any more");
        }
        unit.move(types.licence(), row, List.of(reminded), RULE);
    }
}
