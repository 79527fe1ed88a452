package org.lianban.result.outgoing;

import org.lianban.result.licence.Licence;
import org.lianban.result.licence.LicenceOrder;
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
