package org.lianban.result.outgoing;

import org.lianban.result.licence.Licence;
import org.lianban.result.licence.LicenceOrder;
import reactor.core.publisher.Mono;

/** Numbers licences here, where the province has no platform to ask. */
public final class LocalIssuer implements LicenceIssuer {
    @Override
    public Mono<Licence> issue(LicenceOrder order) {
        return Mono.fromCallable(() -> Licence.numbered(order)).onErrorMap(IllegalArgumentException.class,
                wrong -> new NotTaken(String.valueOf(wrong.getMessage())));
    }
}
