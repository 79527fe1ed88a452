package org.lianban.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Shows in the OpenAPI document how the members of a collection are called, at every path that leads to one.
 *
 * @param byCollection for example {@code drafts} and {@code XX-09-D1}
 */
public record CollectionExamples(Map<String, String> byCollection) implements GlobalOpenApiCustomizer {
    private static final Pattern MEMBER = Pattern.compile("/([a-z-]+)/\\{(\\w+)}");

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> {
            Matcher member = MEMBER.matcher(path);
            while (member.find()) {
                String example = byCollection.get(member.group(1));
                if (example != null) {
                    show(item, member.group(2), example);
                }
            }
        });
    }

    private static void show(PathItem item, String name, String example) {
        item.readOperations().stream().filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getIn().equals("path") && parameter.getName().equals(name))
                .forEach(parameter -> parameter.setExample(example));
    }
}
