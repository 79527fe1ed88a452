package org.lianban.http;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Says in the OpenAPI document that every refusal is one problem+json. Security
 * schemes are declared beside it, in {@link Components#getSecuritySchemes}, once there are any.
 */
public final class ProblemAnswers implements GlobalOpenApiCustomizer {
    private static final String TYPE = "application/problem+json";
    private static final String NAME = "Problem";

    @Override
    public void customise(OpenAPI document) {
        Components components = document.getComponents();
        if (components == null) {
            components = new Components();
            document.setComponents(components);
        }
        ResolvedSchema problem = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemAdvice.Body.class).resolveAsRef(true));
        for (Map.Entry<String, Schema> schema : problem.referencedSchemas.entrySet()) {
            components.addSchemas(schema.getKey(), schema.getValue());
        }
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().values().forEach(path -> path.readOperations().forEach(ProblemAnswers::answers));
    }

    private static void answers(Operation operation) {
        // One place in generated clients, not two.
        if (operation.getTags() != null && operation.getTags().size() > 1) {
            operation.setTags(List.of(operation.getTags().getFirst()));
        }
        ApiResponses answers = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        operation.setResponses(answers);
        answers.forEach((status, answer) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                answer.setContent(content());
            }
        });
        if (answers.getDefault() == null || answers.getDefault().getContent() == null) {
            answers.setDefault(new ApiResponse().description("Refused: every fault at once").content(content()));
        }
    }

    private static Content content() {
        return new Content().addMediaType(TYPE,
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME)));
    }
}
