package org.lianban.http;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
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
    private static final Map<String, Supplier<Common>> COMMON = Map.ofEntries(
            Map.entry("region", () -> of("410721", "行政区划代码", text(TextKind.REGION.limit()).pattern("^[0-9]{6}$"))),
            Map.entry("caseNo", () -> of("41072120260918YJS000001F", "办件编号", key())),
            Map.entry("itemNo", () -> of("01", "事项编号", text(2).pattern("^[0-9]{2}$"))),
            Map.entry("code", () -> of("XX-09", "“一件事”编码", key())),
            Map.entry("oneThing", () -> of("XX-09", "“一件事”编码", key())),
            Map.entry("department", () -> of("410721-gongan", "部门编号", key())),
            Map.entry("lead", () -> of("410721-gongan", "牵头部门编号", key())),
            Map.entry("window", () -> of("410721-zh01", "窗口编号", key())),
            Map.entry("actor", () -> of("clerk-1", "账号", key())), Map.entry("version", () -> of("1", "版本", key())),
            Map.entry("after", () -> of("0", "next of the page before; left out for the first page", key())),
            Map.entry("limit", () -> of("50", "at most so many items a page", number(1, Parameters.MOST))),
            Map.entry("max", () -> of("50", "at most so many items a page", number(1, Parameters.MOST))),
            Map.entry("wait", () -> of("20", "seconds to wait for something to come", number(0, 30))),
            Map.entry("from", () -> of("2026-09-01", "首日", day())),
            Map.entry("to", () -> of("2026-09-30", "末日", day())),
            Map.entry("until", () -> of("2026-09-30", "末日", day())),
            Map.entry("day", () -> of("2026-09-18", "日期", day())),
            Map.entry("digest", () -> of(DIGEST, "SHA-256", text(80))),
            Map.entry("hash", () -> of("sha256:" + DIGEST, "contentHash", text(Parameters.LONGEST_KEY))),
            Map.entry("open", () -> of("true", "only what is not ended", new BooleanSchema())),
            Map.entry("red", () -> of("false", "only what has missed a limit", new BooleanSchema())),
            Map.entry("If-None-Match", () -> of("\"3\"", "ETag of what is known", text(Keys.LONGEST))),
            Map.entry(Keys.HEADER, () -> of("8f14e45f-ceea-467f-ab3d-1f9d1c1f0c11",
                    "The same key with the same request is answered the same again, for good",
                    text(Keys.LONGEST).minLength(1))));

    private record Common(String example, String description, Schema<?> schema) {}

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
        Supplier<Common> common = COMMON.get(parameter.getName());
        if (plain && common != null) {
            Common known = common.get();
            // As text: what an annotation shows is taken for a number where it looks like one.
            parameter.setExample(parameter.getExample() == null ? known.example() : parameter.getExample().toString());
            if (parameter.getDescription() == null) {
                parameter.setDescription(known.description());
            }
            parameter.setSchema(known.schema());
        } else if (given != null && parameter.getExample() == null && given.getExample() == null
                && given.getFormat() != null && given.getFormat().startsWith("int")) {
            parameter.setExample(1);
        }
    }

    private static Common of(String example, String description, Schema<?> schema) {
        return new Common(example, description, schema);
    }

    private static Schema<?> key() {
        return text(Parameters.LONGEST_KEY).pattern("^" + Parameters.KEY.pattern() + "$");
    }

    private static Schema<?> text(int longest) {
        return new StringSchema().maxLength(longest);
    }

    private static Schema<?> number(int least, int most) {
        return new IntegerSchema().minimum(BigDecimal.valueOf(least)).maximum(BigDecimal.valueOf(most));
    }

    private static Schema<?> day() {
        return new StringSchema().format("date");
    }
}
