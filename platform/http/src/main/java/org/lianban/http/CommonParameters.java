package org.lianban.http;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lianban.text.TextKind;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes in the OpenAPI document the parameters that mean the same at every door, so that each is typed and has an
 * example that can be sent. What a controller says of its own parameter stands.
 */
public final class CommonParameters implements GlobalOperationCustomizer {
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Map<String, Supplier<Schema<?>>> COMMON = Map.ofEntries(
            Map.entry("region", () -> text(TextKind.REGION.limit(), "410721").pattern("^[0-9]{6}$")),
            Map.entry("caseNo", () -> key("41072120260918YJS000001F").description("办件编号")),
            Map.entry("itemNo", () -> text(2, "01").pattern("^[0-9]{2}$").description("事项编号")),
            Map.entry("code", () -> key("XX-09").description("“一件事”编码")),
            Map.entry("oneThing", () -> key("XX-09").description("“一件事”编码")),
            Map.entry("department", () -> key("410721-gongan").description("部门编号")),
            Map.entry("lead", () -> key("410721-xingzheng").description("牵头部门编号")),
            Map.entry("window", () -> key("410721-zh01").description("窗口编号")),
            Map.entry("actor", () -> key("clerk-1").description("账号")),
            Map.entry("version", () -> key("1")),
            Map.entry("after", () -> key("0").description("next of the page before; left out for the first page")),
            Map.entry("limit", () -> number(Parameters.MOST, "50").description("at most so many items a page")),
            Map.entry("max", () -> number(Parameters.MOST, "50").description("at most so many items a page")),
            Map.entry("wait", () -> new IntegerSchema().minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(30))
                    .example("20").description("seconds to wait for something to come")),
            Map.entry("from", () -> day("2026-09-01")), Map.entry("to", () -> day("2026-09-30")),
            Map.entry("until", () -> day("2026-09-30")), Map.entry("day", () -> day("2026-09-18")),
            Map.entry("digest", () -> text(64, DIGEST).pattern("^[0-9a-f]{64}$").description("SHA-256")),
            Map.entry("hash", () -> text(Parameters.LONGEST_KEY, "sha256:" + DIGEST).description("contentHash")),
            Map.entry("open", () -> new BooleanSchema().example(true)),
            Map.entry("red", () -> new BooleanSchema().example(false)),
            Map.entry("If-None-Match", () -> text(Keys.LONGEST, "\"3\"")),
            Map.entry(Keys.HEADER, () -> text(Keys.LONGEST, "8f14e45f-ceea-467f-ab3d-1f9d1c1f0c11").minLength(1)
                    .description("The same key with the same request is answered the same again, for good")));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        List<Parameter> parameters = operation.getParameters();
        if (parameters != null) {
            parameters.forEach(CommonParameters::describe);
        }
        return operation;
    }

    private static void describe(Parameter parameter) {
        Schema<?> given = parameter.getSchema();
        boolean plain = given == null || given.getEnum() == null && given.getFormat() == null
                && given.getPattern() == null && (given.getType() == null || given.getType().equals("string"));
        Supplier<Schema<?>> common = COMMON.get(parameter.getName());
        if (plain && common != null) {
            Schema<?> schema = common.get();
            if (parameter.getExample() == null) {
                parameter.setExample(schema.getExample());
            }
            if (parameter.getDescription() == null) {
                parameter.setDescription(schema.getDescription());
            }
            parameter.setSchema(schema.example(null).description(null));
        } else if (given != null && parameter.getExample() == null && given.getExample() == null
                && given.getFormat() != null && given.getFormat().startsWith("int")) {
            parameter.setExample(1);
        }
    }

    private static Schema<?> key(String example) {
        return text(Parameters.LONGEST_KEY, example).pattern("^" + Parameters.KEY.pattern() + "$");
    }

    private static Schema<?> text(int longest, String example) {
        return new StringSchema().maxLength(longest).example(example);
    }

    private static Schema<?> number(int most, String example) {
        return new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(most)).example(example);
    }

    private static Schema<?> day(String example) {
        return new DateSchema().example(example);
    }
}
