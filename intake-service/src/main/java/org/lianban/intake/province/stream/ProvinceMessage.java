package org.lianban.intake.province.stream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.intake.checking.Additions;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Faults;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.FilingReader;
import org.lianban.messaging.CloudEventHeaders;
import org.lianban.messaging.RawRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One record of the province's topic, as far as it can be read.
 *
 * @param provinceNo null where it has none
 * @param subject where the reply belongs: the province's number, else the message's CloudEvents id
 * @param source who sent it, as far as it says
 * @param filing null where it is no application at all
 * @param content the message with its members in order, so that a re-serialised repetition is the same
 */
public record ProvinceMessage(@Nullable String provinceNo, String subject, String source, @Nullable Filing filing,
        Faults faults, @Nullable Instant handedInAt, String content) {
    private static final int MAX_NUMBER = 50;
    private static final int MAX_BYTES = 256 * 1024;
    /** A hand-in longer ago than this is not taken as the start of a two-hour clock. */
    private static final Duration OLDEST = Duration.ofDays(30);

    /** Empty when not even a reply address can be read. */
    static Optional<ProvinceMessage> read(RawRecord record, JsonMapper json, boolean receive, Instant now) {
        Faults faults = new Faults();
        JsonNode root = tree(record, json, faults);
        String provinceNo = root == null ? null : provinceNo(root, faults);
        String id = record.header(CloudEventHeaders.ID);
        String subject = provinceNo != null ? provinceNo : usable(id) ? id : null;
        if (subject == null) {
            return Optional.empty();
        }
        Filing filing = root == null ? null : filing(root, receive, faults);
        String source = record.header(CloudEventHeaders.SOURCE);
        return Optional.of(new ProvinceMessage(provinceNo, subject,
                source == null || source.length() > 60 ? "province" : source, filing, faults,
                root == null ? null : handedInAt(root, now, faults), root == null ? "" : sorted(root)));
    }

    private static boolean usable(@Nullable String id) {
        return id != null && !id.isBlank() && id.length() <= 200 && id.chars().noneMatch(c -> c < ' ');
    }

    private static @Nullable JsonNode tree(RawRecord record, JsonMapper json, Faults faults) {
        if (record.value().length > MAX_BYTES) {
            faults.add("", Code.TOO_LARGE, "报文最大 " + MAX_BYTES / 1024 + " KB");
            return null;
        }
        try {
            JsonNode root = json.readTree(record.value());
            if (root.isObject()) {
                return root;
            }
            faults.add("", Code.WRONG_TYPE, "报文应为 JSON 对象");
        } catch (JacksonException unreadable) {
            faults.add("", Code.MALFORMED, "报文不是合法的 JSON");
        }
        return null;
    }

    private static @Nullable String provinceNo(JsonNode root, Faults faults) {
        JsonNode node = root.get("provinceNo");
        if (node == null || node.isNull() || node.isString() && node.stringValue().isBlank()) {
            faults.add("/provinceNo", Code.MISSING, "缺少省平台办件编号");
            return null;
        }
        if (!node.isString() && !node.isIntegralNumber()) {
            faults.add("/provinceNo", Code.WRONG_TYPE, "省平台办件编号应为文本");
            return null;
        }
        String number = node.asString().strip();
        if (number.length() > MAX_NUMBER || number.chars().anyMatch(c -> c < ' ')) {
            faults.add("/provinceNo", Code.TOO_LONG, "省平台办件编号最长 " + MAX_NUMBER + " 个字符，不得含控制字符");
            return null;
        }
        return number;
    }

    private static Filing filing(JsonNode root, boolean receive, Faults faults) {
        Filing read = FilingReader.read(root, Channel.PROVINCE, faults);
        Additions said = read.additions();
        // Consents, filled-in forms and test cases are ours; a receipt by hand is not the province's.
        Additions taken = new Additions(false, said.priority(), said.addressee(), List.of(), null,
                said.commitments(), List.of());
        return new Filing(read.region(), read.oneThing(), Channel.PROVINCE, null, receive, read.applicant(),
                read.agent(), read.answers(), read.form(), read.materials(),
                taken.equals(Additions.NONE) ? Additions.NONE : taken);
    }

    /** Ours where the province's cannot be: in the future by its clock, or too long ago. */
    private static @Nullable Instant handedInAt(JsonNode root, Instant now, Faults faults) {
        JsonNode node = root.get("submittedAt");
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            Instant at = java.time.OffsetDateTime.parse(node.asString()).toInstant();
            return at.isAfter(now) || at.isBefore(now.minus(OLDEST)) ? null : at;
        } catch (DateTimeException | tools.jackson.core.JacksonException notATime) {
            faults.add("/submittedAt", Code.MALFORMED, "提交时间应为带时区的时间，例如 2026-03-02T09:00:00+08:00");
            return null;
        }
    }

    private static String sorted(JsonNode node) {
        StringBuilder text = new StringBuilder();
        sorted(node, text);
        return text.toString();
    }

    private static void sorted(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            text.append('{');
            node.propertyNames().stream().sorted().forEach(name -> {
                text.append(JsonNodeFactory.instance.stringNode(name)).append(':');
                sorted(node.get(name), text);
                text.append(',');
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(element -> {
                sorted(element, text);
                text.append(',');
            });
            text.append(']');
        } else {
            text.append(node);
        }
    }
}
