package org.lianban.http;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpEntity;
import org.springframework.web.method.HandlerMethod;
import reactor.core.publisher.Flux;

/**
 * Gives every success in the OpenAPI document the type that the method returns, where the annotations that name its
 * refusals have pushed it out; a page, a table or a file is text or bytes.
 */
public final class TypedAnswers implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    private final Map<String, Schema<?>> found = new ConcurrentHashMap<>();

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Schema<?> returned = schema(ResolvableType.forMethodReturnType(method.getMethod()));
        ApiResponses answers = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        operation.setResponses(answers);
        if (answers.keySet().stream().noneMatch(status -> status.startsWith("2") || status.startsWith("3"))) {
            answers.addApiResponse("200", new ApiResponse().description("OK"));
        }
        answers.forEach((status, answer) -> {
            if (status.startsWith("2")) {
                complete(answer, returned);
            }
        });
        return operation;
    }

    private static void complete(ApiResponse answer, @Nullable Schema<?> returned) {
        if (answer.getContent() == null && returned != null) {
            answer.setContent(new Content().addMediaType(
                    returned instanceof BinarySchema ? "application/octet-stream" : JSON, new MediaType()));
        }
        if (answer.getContent() != null) {
            answer.getContent().forEach((type, content) -> {
                if (content.getSchema() == null) {
                    content.setSchema(type.startsWith("text/") || type.endsWith("+xml")
                            ? new StringSchema()
                            : type.equals(JSON) || type.equals("*/*") ? returned : new BinarySchema());
                }
            });
        }
    }

    /** Null where the type says nothing: its controller has to. */
    private @Nullable Schema<?> schema(ResolvableType type) {
        Class<?> raw = type.resolve(Object.class);
        if (Publisher.class.isAssignableFrom(raw) || HttpEntity.class.isAssignableFrom(raw)) {
            ResolvableType inner = type.getGeneric(0);
            boolean bytes = DataBuffer.class.isAssignableFrom(inner.resolve(Object.class));
            Schema<?> one = bytes ? new BinarySchema() : schema(inner);
            return raw == Flux.class && !bytes && one != null ? new ArraySchema().items(one) : one;
        }
        if (raw == Object.class || raw == Void.class || raw == void.class) {
            return null;
        }
        if (raw == byte[].class) {
            return new BinarySchema();
        }
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(type.getType()).resolveAsRef(true));
        resolved.referencedSchemas.forEach((name, schema) -> found.put(name, schema));
        return resolved.schema;
    }

    @Override
    public void customise(OpenAPI document) {
        found.forEach((name, schema) -> document.getComponents().getSchemas().putIfAbsent(name, schema));
    }
}
