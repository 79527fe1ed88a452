package org.lianban.result.notices.handler;

import java.time.InstantSource;
import java.util.List;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.persistence.Database;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.store.LicenceRepository;
import reactor.core.publisher.Mono;

/** 证照: reading licences, and trying again what was refused or given up. */
public record LicenceHandler(Database database, LicenceRepository repository, InstantSource clock) {
    /** Orders of the case, issued or not. */
    public Mono<List<Licence.Stored>> of(String caseNo) {
        return database.withConnection(connection -> repository.of(connection, caseNo)).map(
                all -> all.stream().filter(kept -> kept.state() != Licence.Stored.State.NONE).toList());
    }

    /** Empty where the item has no licence order. */
    public Mono<Licence.Stored> one(String caseNo, String itemNo) {
        return of(caseNo)
                .flatMap(all -> Mono.justOrEmpty(all.stream().filter(k -> k.itemNo().equals(itemNo)).findFirst()));
    }

    /** Empty for a number that was never given. */
    public Mono<Licence.Stored> byNumber(String number) {
        return database.withConnection(connection -> repository.byNumber(connection, number))
                .flatMap(Mono::justOrEmpty);
    }

    public Mono<Outcome<Licence.Stored>> retry(String caseNo, String itemNo) {
        return database.inTransaction(tx -> repository.retry(tx, caseNo, itemNo, clock.instant()))
                .filter(armed -> armed > 0).flatMap(armed -> one(caseNo, itemNo)).map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(Refusal.conflict("NOTHING_TO_RETRY", "没有需要重新签发的证照")));
    }
}
