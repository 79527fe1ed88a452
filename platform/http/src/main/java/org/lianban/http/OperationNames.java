package org.lianban.http;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/**
 * Names every operation of the OpenAPI document after what it is about and what it does ({@code applicationSubmit}), so
 * that generated clients have names that are unique and stay; a parameter that says nothing of its type is text.
 */
public final class OperationNames implements GlobalOperationCustomizer {
    private static final int LONGEST = 128;
    private static final String SUFFIX = "Controller";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String name = method.getMethod().getName();
        operation.setOperationId(noun(method.getBeanType().getSimpleName()) + Character.toUpperCase(name.charAt(0))
                + name.substring(1));
        List<Parameter> parameters = operation.getParameters();
        if (parameters != null) {
            parameters.stream().filter(p -> p.getSchema() == null && p.getContent() == null && p.get$ref() == null)
                    .forEach(p -> p.schema(new StringSchema().maxLength(LONGEST)));
        }
        return operation;
    }

    private static String noun(String controller) {
        String noun = controller.endsWith(SUFFIX)
                ? controller.substring(0, controller.length() - SUFFIX.length())
                : controller;
        return Character.toLowerCase(noun.charAt(0)) + noun.substring(1);
    }
}
