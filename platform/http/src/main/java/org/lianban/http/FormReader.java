package org.lianban.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Refusal;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.HttpMessageReader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Binds a request body declared as a record with {@link org.lianban.form.Field}s. */
public final class FormReader implements HttpMessageReader<Object> {
    /** The largest form; files have doors of their own. */
    public static final int LIMIT = 256 * 1024;
    /** The largest document with rules of its own. */
    public static final int LIMIT_OF_DOCUMENT = 2 * 1024 * 1024;

    @Override
    public List<MediaType> getReadableMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    }

    /** What comes without a type is taken for JSON. */
    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        Class<?> raw = type.resolve();
        return raw != null && Forms.binds(raw) && (media == null || media.equals(MediaType.APPLICATION_OCTET_STREAM)
                || getReadableMediaTypes().stream().anyMatch(readable -> readable.isCompatibleWith(media)));
    }

    @Override
    public Flux<Object> read(ResolvableType type, ReactiveHttpInputMessage message, Map<String, Object> hints) {
        return readMono(type, message, hints).flux();
    }

    @Override
    public Mono<Object> readMono(ResolvableType type, ReactiveHttpInputMessage message, Map<String, Object> hints) {
        return body(message, Forms.ownRules(type.toClass()) ? LIMIT_OF_DOCUMENT : LIMIT)
                .map(bytes -> form(bytes, type.toClass()));
    }

    /** The bytes of a body; 413 where they are more than a form may have. */
    static Mono<byte[]> body(ReactiveHttpInputMessage message) {
        return body(message, LIMIT);
    }

    private static Mono<byte[]> body(ReactiveHttpInputMessage message, int limit) {
        return BodyBytes.join(message.getBody(), limit)
                .onErrorMap(DataBufferLimitException.class,
                        large -> Problem.of(Refusal.tooLarge("请求内容最大 " + limit / 1024 + " KB")))
                .defaultIfEmpty(new byte[0]);
    }

    /**
     * A form out of the bytes of a body, for doors that have to see the bytes as well.
     *
     * @throws Problem 400 where it is no JSON or another type than an object, 422 with every fault of its content
     */
    public static <T> T form(byte[] body, Class<T> type) {
        return read(body, tree -> Forms.read(tree, type));
    }

    /** The same for a document with rules of its own, see {@link org.lianban.form.OwnRules}. */
    public static <T> T document(byte[] body, Class<T> type) {
        return read(body, tree -> Forms.document(tree, type, ""));
    }

    private static <T> T read(byte[] body, Function<JsonNode, Form<T>> reading) {
        if (body.length == 0) {
            throw Problem.badRequest(List.of(FaultCode.MISSING.at("", "请求内容")));
        }
        return switch (Forms.tree(body)) {
            case Form.Faulty<JsonNode> none -> throw Problem.badRequest(none.faults());
            case Form.Whole<JsonNode> tree -> switch (reading.apply(tree.value())) {
                case Form.Whole<T> whole -> whole.value();
                case Form.Faulty<T> faulty -> throw refused(faulty.faults());
            };
        };
    }

    private static Problem refused(List<Fault> faults) {
        return Forms.unreadable(faults) ? Problem.badRequest(faults) : Problem.unprocessable(faults);
    }
}
