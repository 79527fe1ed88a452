package org.lianban.result.notices.handler;

import java.time.InstantSource;
import java.util.List;
import org.lianban.http.Problem;
import org.lianban.persistence.Database;
import org.lianban.result.notices.licence.KeptLicence;
import org.lianban.result.notices.store.LicenceRepository;
import reactor.core.publisher.Mono;

/** 证照台: reading licences, and trying again what was refused or given up. */
public final class LicenceHandler {
    private final Database database;
    private final LicenceRepository store;
    private final InstantSource clock;

    public LicenceHandler(Database database, LicenceRepository store, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /** Orders of the case, issued or not. */
    public Mono<List<KeptLicence>> of(String caseNo) {
        return database.withConnection(connection -> store.of(connection, caseNo)).map(
                all -> all.stream().filter(kept -> kept.state() != KeptLicence.State.NONE).toList());
    }

    /** @return an error 404 where the item has no licence order */
    public Mono<KeptLicence> one(String caseNo, String itemNo) {
        return of(caseNo)
                .flatMap(all -> Mono.justOrEmpty(all.stream().filter(k -> k.itemNo().equals(itemNo)).findFirst()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("事项" + itemNo + "没有电子证照")));
    }

    /** @return an error 404 for a number that was never given */
    public Mono<KeptLicence> byNumber(String number) {
        return database.withConnection(connection -> store.byNumber(connection, number))
                .flatMap(found -> found.map(Mono::just)
                        .orElseGet(() -> Mono.error(Problem.notFound("没有此证照：" + number))));
    }

    /** @return an error 409 where nothing was refused or given up */
    public Mono<KeptLicence> retry(String caseNo, String itemNo) {
        return database.inTransaction(tx -> store.retry(tx, caseNo, itemNo, clock.instant()))
                .flatMap(armed -> armed == 0
                        ? Mono.error(Problem.conflict("NOTHING_TO_RETRY", "没有需要重新签发的证照"))
                        : one(caseNo, itemNo));
    }
}
