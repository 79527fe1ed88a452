package org.lianban.scenarios.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.servers.LocalPostgres;
import org.lianban.standalone.system.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads each service's own tables, as that service's role, and believes nobody else. */
record Records(LocalPostgres postgres) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** 申请 in intake's database. */
    record Filed(String caseNo, String state, String oneThing, String catalogHash) {
        boolean accepted() {
            return !state.equals("SUBMITTED") && !state.equals("CORRECTION_NOTIFIED");
        }

        boolean ended() {
            return state.equals("SETTLED") || state.equals("WITHDRAWN") || state.equals("LAPSED");
        }
    }

    /** 任务 in the adapter's database. @param endedAt null while it is open */
    record Handled(String taskId, String caseNo, String itemNo, String department, String state,
            @Nullable Instant endedAt) {
        boolean decided() {
            return switch (state) {
                case "APPROVED", "DENIED", "MATCHED", "MISMATCHED" -> true;
                default -> false;
            };
        }

        boolean satisfies() {
            return state.equals("APPROVED") || state.equals("MATCHED");
        }
    }

    /** 办件 in result's database. @param outcomes by item number */
    record Joined(String caseNo, String state, Map<String, String> outcomes, boolean endInHistory) {
        boolean ended() {
            return switch (CaseState.valueOf(state)) {
                case SETTLED, DELIVERING, DELIVERED, ARCHIVED, LAPSED, WITHDRAWN -> true;
                case SUBMITTED, CORRECTION_NOTIFIED, RECEIVED, DISPATCHED, IN_PROGRESS -> false;
            };
        }
    }

    /** 牵头部门决定继续办理. */
    record Waiver(String caseNo, String itemNo, Instant at) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(Service service, String sql, Object parameter, Reader<T> reader) throws SQLException {
        try (Connection connection = postgres.of(service.schema()).connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter instanceof Instant instant) {
                statement.setTimestamp(1, Timestamp.from(instant));
            } else if (parameter instanceof String[] texts) {
                Array array = connection.createArrayOf("text", texts);
                statement.setArray(1, array);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    List<Filed> filedSince(Instant since) throws SQLException {
        return query(Service.INTAKE, "select case_no, state, one_thing, catalog_hash from application"
                + " where handed_in_at >= ? order by case_no", since,
                row -> new Filed(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** Item numbers of the frozen set, by case. */
    Map<String, Set<String>> planned(String[] cases) throws SQLException {
        Map<String, Set<String>> planned = new HashMap<>();
        query(Service.DISPATCH, "select case_no, state from plan where case_no = any(?)", cases, row -> {
            Set<String> items = planned.computeIfAbsent(row.getString(1), no -> new HashSet<>());
            JSON.readTree(row.getString(2)).path("t").forEach(item -> items.add(item.path("n").asString()));
            return items;
        });
        return planned;
    }

    List<Waiver> waivers(String[] cases) throws SQLException {
        return query(Service.DISPATCH,
                "select case_no, item_no, decided_at from lead_command where case_no = any(?)"
                        + " and command like '%CONTINUE%'",
                cases, row -> new Waiver(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()));
    }

    List<Handled> handled(String[] cases) throws SQLException {
        return query(Service.DEPARTMENT, "select task_id, case_no, department, state, result from task"
                + " where case_no = any(?)", cases, row -> {
                    String caseNo = row.getString(2);
                    String end = row.getString(5);
                    return new Handled(row.getString(1), caseNo, row.getString(1).substring(caseNo.length() + 1),
                            row.getString(3), row.getString(4),
                            end == null ? null : Instant.parse(JSON.readTree(end).path("at").asString()));
                });
    }

    List<Joined> joined(String[] cases) throws SQLException {
        return query(Service.RESULT, "select b.case_no, b.state, b.body, exists (select from history h"
                + " where h.case_no = b.case_no and h.entries like '%CaseSettled%') from bundle b"
                + " where b.case_no = any(?)", cases, row -> {
                    Map<String, String> outcomes = new HashMap<>();
                    for (Map.Entry<String, JsonNode> item : JSON.readTree(row.getString(3)).path("i").properties()) {
                        JsonNode end = item.getValue().path("e").path("o");
                        if (end.isString()) {
                            outcomes.put(item.getKey(), end.asString());
                        }
                    }
                    return new Joined(row.getString(1), row.getString(2), outcomes, row.getBoolean(4));
                });
    }

    /** Catalogue versions by content hash. */
    Map<String, OneThing> oneThings(String[] hashes) throws SQLException {
        Map<String, OneThing> versions = new HashMap<>();
        query(Service.CATALOG, "select content_hash, document from one_thing_version where content_hash = any(?)",
                hashes, row -> versions.put(row.getString(1), JSON.readValue(row.getString(2), OneThing.class)));
        return versions;
    }
}
