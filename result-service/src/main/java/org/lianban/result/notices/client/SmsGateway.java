package org.lianban.result.notices.client;

import org.lianban.result.client.NotTaken;
import reactor.core.publisher.Mono;

/** 短信网关. */
@FunctionalInterface
public interface SmsGateway {
    /**
     * @param id the same each time the same message is tried: a gateway that has seen it does not send it again
     * @return the gateway's own number of the message; an error {@link NotTaken} where trying again is of no use
     */
    Mono<String> send(String id, String phone, String text);
}
