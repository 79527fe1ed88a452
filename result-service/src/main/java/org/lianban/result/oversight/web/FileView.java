package org.lianban.result.oversight.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.result.oversight.FileRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 工单、督办单、核查任务、到期证照: where it stands, and everything that is known of it.
 *
 * @param red a limit is missed and what it asked for is still owed
 * @param phase 接、转、办、督、考、研 of a ticket
 * @param detail the file itself
 * @param steps what happened, oldest first; only where one file is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileView(String id, String kind, @Nullable String caseNo, @Nullable String itemNo, String region,
        @Nullable String department, String state, String stateText, @Nullable String phase, boolean open, boolean red,
        @Nullable Instant dueAt, Instant openedAt, @Nullable Instant closedAt, long version, JsonNode detail,
        @Nullable List<StepView> steps) {

    /** @param detail the event as recorded */
    record StepView(long version, Instant at, String actor, String what, JsonNode detail) {}

    static FileView of(FileRow row, JsonMapper json, @Nullable List<FileRow.Step> steps) {
        return new FileView(row.id(), row.kind().name(), row.caseNo(), row.itemNo(), row.region(), row.department(),
                row.state(), stateText(row), phase(row), row.open(), row.red(), row.dueAt(), row.openedAt(),
                row.closedAt(), row.version(), json.readTree(row.body()), steps == null
                        ? null
                        : steps.stream().map(
                                s -> new StepView(s.version(), s.at(), s.actor(), s.what(), json.readTree(s.body())))
                                .toList());
    }

    private static String stateText(FileRow row) {
        return switch (row.kind()) {
            case TICKET -> org.lianban.result.oversight.ticket.Ticket.Stage.valueOf(row.state()).label();
            case ORDER -> org.lianban.result.oversight.supervision.Order.State.valueOf(row.state()).label();
            case CHECK -> org.lianban.result.oversight.check.Check.State.valueOf(row.state()).label();
            case PUSH -> org.lianban.result.oversight.push.Push.State.valueOf(row.state()).label();
            case LICENCE -> org.lianban.result.oversight.expiry.Licence.State.valueOf(row.state()).label();
        };
    }

    private static @Nullable String phase(FileRow row) {
        return switch (row.kind()) {
            case TICKET -> (row.red()
                    ? org.lianban.result.oversight.ticket.Ticket.Stage.Phase.SUPERVISE
                    : org.lianban.result.oversight.ticket.Ticket.Stage.valueOf(row.state()).phase()).label();
            case ORDER, CHECK, LICENCE, PUSH -> null;
        };
    }
}
