package org.lianban.http;

import java.util.Objects;
import java.util.stream.Collectors;
import org.lianban.command.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON body, for people: where, and what was expected; never the value or a Java type. */
final class UnreadableBody {
    private UnreadableBody() {}

    static Fault fault(JacksonException unreadable) {
        return switch (unreadable) {
            case StreamReadException syntax -> new Fault("", "NOT_JSON", "不是有效的 JSON" + place(syntax.getLocation()));
            case UnrecognizedPropertyException unknown -> new Fault(pointer(unknown), "UNKNOWN_FIELD", "没有此字段");
            case InvalidFormatException format -> new Fault(pointer(format), "BAD_VALUE",
                    "内容无法识别，应为" + expected(format.getTargetType()));
            case MismatchedInputException type -> new Fault(pointer(type), "BAD_TYPE",
                    "类型不符或缺少内容，应为" + expected(type.getTargetType()));
            case DatabindException other -> new Fault(pointer(other), "UNREADABLE", "内容无法识别");
            default -> new Fault("", "UNREADABLE", "内容无法识别");
        };
    }

    private static String place(TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? "" : "（第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列）";
    }

    /** RFC 6901; the empty pointer is the whole body. */
    private static String pointer(DatabindException bad) {
        return bad.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step).collect(Collectors.joining());
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "其他类型";
        }
        if (type.isEnum()) {
            return "下列之一：" + java.util.Arrays.stream(type.getEnumConstants()).map(Objects::toString)
                    .collect(Collectors.joining("、"));
        }
        if (type.isPrimitive() && type != boolean.class || Number.class.isAssignableFrom(type)) {
            return "数字";
        }
        if (type == boolean.class || type == Boolean.class) {
            return " true 或 false";
        }
        if (java.time.temporal.TemporalAccessor.class.isAssignableFrom(type)) {
            return " ISO 8601 日期或时间";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "文字";
        }
        return type.isArray() || Iterable.class.isAssignableFrom(type) ? "数组" : "对象";
    }
}
