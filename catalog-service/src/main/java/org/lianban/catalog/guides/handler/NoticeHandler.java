package org.lianban.catalog.guides.handler;

import java.util.Optional;
import org.lianban.catalog.guides.OneTimeNotice;
import org.lianban.catalog.guides.store.NoticeRepository;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Keeps 一次告知单 as they are handed out. */
public record NoticeHandler(Database database, NoticeRepository notices) {
    /** @return the notice as it was kept the first time */
    public Mono<OneTimeNotice> keep(OneTimeNotice notice, String actor) {
        return database.inTransaction(
                tx -> notices.insert(tx, notice, actor).then(notices.find(tx, notice.id())).map(Optional::orElseThrow));
    }

    public Mono<OneTimeNotice> find(String id) {
        return database.withConnection(c -> notices.find(c, id)).flatMap(Mono::justOrEmpty);
    }
}
