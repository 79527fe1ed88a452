package org.lianban.result.notices.client;

import org.lianban.result.client.NotTaken;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.licence.LicenceOrder;
import reactor.core.publisher.Mono;

/** Numbers licences here, where the province has no platform to ask. */
public final class LocalIssuer implements LicenceIssuer {
    @Override
    public Mono<Licence> issue(LicenceOrder order) {
        return Mono.fromCallable(() -> Licence.numbered(order)).onErrorMap(IllegalArgumentException.class,
                wrong -> new NotTaken(String.valueOf(wrong.getMessage())));
    }
}
