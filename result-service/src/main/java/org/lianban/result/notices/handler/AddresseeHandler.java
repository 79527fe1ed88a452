package org.lianban.result.notices.handler;

import java.time.InstantSource;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.persistence.Database;
import org.lianban.result.notices.query.NoticeQueries;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;

/** 文书接收人: who is written to, under the real name, and whether messages go to the number. */
public record AddresseeHandler(Database database, NoticeQueries queries, PersonalDataCipher cipher,
        InstantSource clock) {
    /** Full name; empty where none was named. Whoever asks logs the access first. */
    public Mono<String> name(String caseNo) {
        return database.withConnection(connection -> queries.addressee(connection, caseNo))
                .map(addressee -> cipher.open(addressee.name()));
    }

    /** 短信退订 of the case's addressee, for all his cases. @return whether messages go out from now on */
    public Mono<Outcome<Boolean>> optOut(String caseNo, boolean out) {
        return database.inTransaction(tx -> queries.addressee(tx, caseNo)
                .flatMap(addressee -> Mono.justOrEmpty(addressee.phone()))
                .flatMap(phone -> queries.optOut(tx, cipher.indexes(cipher.open(phone)), out, clock.instant())
                        .thenReturn(Outcome.done(!out)))
                .defaultIfEmpty(Outcome.refused(Refusal.notFound("本件没有登记手机号码"))));
    }
}
