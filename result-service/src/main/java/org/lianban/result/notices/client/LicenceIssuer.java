package org.lianban.result.notices.client;

import org.lianban.result.client.NotTaken;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.licence.LicenceOrder;
import reactor.core.publisher.Mono;

/** 电子证照签发. */
@FunctionalInterface
public interface LicenceIssuer {
    /**
     * Asked again for the same order, it answers the same licence.
     *
     * @return an error {@link NotTaken} where trying again is of no use
     */
    Mono<Licence> issue(LicenceOrder order);
}
