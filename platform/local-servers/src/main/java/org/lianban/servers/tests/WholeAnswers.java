package org.lianban.servers.tests;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A test that asks for a status only must not leave the rest of the answer in the client's buffers. */
public final class WholeAnswers {
    private WholeAnswers() {}

    /** A client that reads every answer to its end before the test sees it; an endless stream comes as it is. */
    public static WebTestClient.Builder client() {
        return WebTestClient.bindToServer().filter((request, next) -> next.exchange(request)
                .flatMap(WholeAnswers::whole));
    }

    private static Mono<ClientResponse> whole(ClientResponse response) {
        boolean endless = response.headers().contentType().filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
                .isPresent();
        return endless
                ? Mono.just(response)
                : DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers())).map(WholeAnswers::copy)
                        .map(content -> response.mutate().body(Flux.just(content)).build())
                        .switchIfEmpty(Mono.fromSupplier(() -> response.mutate().body(Flux.empty()).build()));
    }

    private static DataBuffer copy(DataBuffer buffer) {
        byte[] content = new byte[buffer.readableByteCount()];
        buffer.read(content);
        DataBufferUtils.release(buffer);
        return DefaultDataBufferFactory.sharedInstance.wrap(content);
    }
}
