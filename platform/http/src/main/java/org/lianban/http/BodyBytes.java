package org.lianban.http;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.ByteArrayDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A body as bytes, which gives every buffer back as it comes. Spring's own keeps them all until the last, and releases
 * some twice when the body turns out too large: the connection then dies of an error, and with it whatever else it carries.
 */
public final class BodyBytes extends ByteArrayDecoder {

    @Override
    public Mono<byte[]> decodeToMono(Publisher<DataBuffer> input, ResolvableType type, @Nullable MimeType mime,
            @Nullable Map<String, Object> hints) {
        return join(input, getMaxInMemorySize());
    }

    /** Empty for an empty body; an error {@link DataBufferLimitException} where it is longer than the limit. */
    static Mono<byte[]> join(Publisher<DataBuffer> body, int limit) {
        return Flux.from(body).reduceWith(ByteArrayOutputStream::new, (bytes, buffer) -> add(bytes, buffer, limit))
                .filter(bytes -> bytes.size() > 0).map(ByteArrayOutputStream::toByteArray);
    }

    private static ByteArrayOutputStream add(ByteArrayOutputStream bytes, DataBuffer buffer, int limit) {
        try {
            byte[] more = new byte[buffer.readableByteCount()];
            if (bytes.size() + more.length > limit) {
                throw new DataBufferLimitException("Expected at most " + limit + " bytes");
            }
            buffer.read(more);
            bytes.writeBytes(more);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
