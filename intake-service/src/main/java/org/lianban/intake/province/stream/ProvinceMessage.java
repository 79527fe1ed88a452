package org.lianban.intake.province.stream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.Channel;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import org.lianban.intake.application.handler.IntakeCommand;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.FilingReader;
import org.lianban.messaging.CloudEventHeaders;
import org.lianban.messaging.RawRecord;
import org.lianban.text.Characters;
import org.lianban.text.Text;
import org.lianban.text.TextKind;
import org.lianban.text.Unclean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One record of the province's topic, as far as it can be read.
 *
 * @param provinceNo null where it has none
 * @param subject where the reply belongs: the province's number, else the message's CloudEvents id
 * @param source who sent it, as far as it says
 * @param command null where it is no application at all
 * @param faults why it is none; what is wrong with an application stands with its command
 * @param content the message with its members in order, so that a re-serialised repetition is the same
 */
record ProvinceMessage(@Nullable String provinceNo, String subject, String source,
        IntakeCommand.@Nullable File command, List<Fault> faults, String content) {
    private static final String NUMBER = "provinceNo";
    private static final String SUBMITTED_AT = "submittedAt";
    private static final int MAX_NUMBER = 50;
    private static final int MAX_ID = 200;
    private static final int MAX_SOURCE = 60;
    private static final int MAX_BYTES = 256 * 1024;
    /** A hand-in longer ago than this is not taken as the start of a two-hour clock. */
    private static final Duration OLDEST = Duration.ofDays(30);

    /** Empty when not even a reply address can be read. */
    static Optional<ProvinceMessage> read(RawRecord record, boolean receive, Instant now) {
        Faults faults = new Faults();
        ObjectNode root = tree(record, faults);
        String provinceNo = root == null ? null : number(root, faults);
        String id = header(record, CloudEventHeaders.ID, MAX_ID);
        String subject = provinceNo == null ? id : provinceNo;
        if (subject == null) {
            return Optional.empty();
        }
        String source = header(record, CloudEventHeaders.SOURCE, MAX_SOURCE);
        return Optional.of(new ProvinceMessage(provinceNo, subject, source == null ? "province" : source,
                root == null ? null : command(root, provinceNo, receive, now, faults), faults.list(),
                root == null ? "" : sorted(root)));
    }

    /** Of clean text, or none. */
    private static @Nullable String header(RawRecord record, String name, int max) {
        String text = record.header(name);
        return text == null || text.isBlank() || Characters.length(text) > max
                || text.codePoints().anyMatch(Unclean::isUnclean) ? null : text;
    }

    private static @Nullable ObjectNode tree(RawRecord record, Faults faults) {
        if (record.value().length > MAX_BYTES) {
            Code.TOO_LARGE.add(faults, "", "报文最大 " + MAX_BYTES / 1024 + " KB");
            return null;
        }
        return switch (Forms.tree(record.value())) {
            case Form.Whole<JsonNode>(ObjectNode root) -> root;
            case Form.Whole<JsonNode> other -> {
                Code.WRONG_TYPE.add(faults, "", "报文应为 JSON 对象");
                yield null;
            }
            case Form.Faulty<JsonNode>(List<Fault> found) -> {
                faults.addAll(found);
                yield null;
            }
        };
    }

    /** It becomes a key: what cannot be stored as it is, is no number. */
    private static @Nullable String number(ObjectNode root, Faults faults) {
        JsonNode node = root.path(NUMBER);
        if (node.isMissingNode() || node.isNull() || node.isString() && node.stringValue().isBlank()) {
            Code.MISSING.add(faults, "/provinceNo", "缺少省平台办件编号");
            return null;
        }
        if (!node.isString() && !node.isIntegralNumber()) {
            Code.WRONG_TYPE.add(faults, "/provinceNo", "省平台办件编号应为文本");
            return null;
        }
        return switch (Text.read(TextKind.LINE, node.asString(), MAX_NUMBER)) {
            case Text.Taken(String number, var repairs) when !number.isEmpty() -> number;
            case Text.Taken empty -> {
                Code.MISSING.add(faults, "/provinceNo", "缺少省平台办件编号");
                yield null;
            }
            case Text.Refused refused -> {
                faults.add(refused.code().saying("/provinceNo", "省平台办件编号" + refused.message()));
                yield null;
            }
        };
    }

    private static IntakeCommand.File command(ObjectNode root, @Nullable String provinceNo, boolean receive,
            Instant now, Faults faults) {
        ObjectNode application = root.deepCopy();
        application.remove(List.of(NUMBER, SUBMITTED_AT));
        Instant handedInAt = handedInAt(root, now, faults);
        Filing filing = FilingReader.read(application, Channel.PROVINCE, faults).ofProvince(receive);
        return new IntakeCommand.File(filing, faults.list(), provinceNo, handedInAt);
    }

    /** Ours where the province's cannot be: in the future by its clock, or too long ago. */
    private static @Nullable Instant handedInAt(JsonNode root, Instant now, Faults faults) {
        JsonNode node = root.path(SUBMITTED_AT);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(node.asString("")).toInstant();
            return at.isAfter(now) || at.isBefore(now.minus(OLDEST)) ? null : at;
        } catch (DateTimeException notATime) {
            Code.MALFORMED.add(faults, "/submittedAt", "提交时间应为带时区的时间，例如 2026-03-02T09:00:00+08:00");
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
