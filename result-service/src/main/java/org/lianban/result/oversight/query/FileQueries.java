package org.lianban.result.oversight.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.store.FileRepository;
import reactor.core.publisher.Mono;

/** What the read doors ask of files beside cases. Every page is bounded and continues after a key. */
public record FileQueries(Database database) {
    private static final int MOST_STEPS = 500;

    /**
     * @param open true: only what is not ended
     * @param red true: only what has missed a limit
     * @param after number, empty for the first page
     */
    public record Filter(FileRow.Kind kind, @Nullable String region, @Nullable String department,
            @Nullable String state,
            @Nullable String caseNo, boolean open, boolean red, String after) {}

    /** Empty where there is none of that kind. */
    public Mono<FileRow> one(FileRow.Kind kind, String id) {
        return database.withConnection(c -> Database.query(c,
                FileRepository.SELECT + "id = $1 and kind = $2", Columns.into(FileRow.class), id,
                kind.name())).flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** Ascending by number. */
    public Mono<List<FileRow>> list(Filter filter, int limit) {
        var sql = new StringBuilder(FileRepository.SELECT).append("kind = $1 and id > $2");
        var parameters = new ArrayList<Object>(List.of(filter.kind().name(), filter.after()));
        and(sql, parameters, "region", filter.region());
        and(sql, parameters, "department", filter.department());
        and(sql, parameters, "state", filter.state());
        and(sql, parameters, "case_no", filter.caseNo());
        if (filter.open()) {
            sql.append(" and open");
        }
        if (filter.red()) {
            sql.append(" and open and red");
        }
        parameters.add(limit);
        sql.append(" order by id limit $").append(parameters.size());
        return database
                .withConnection(
                        c -> Database.query(c, sql.toString(), Columns.into(FileRow.class), parameters.toArray()));
    }

    private static void and(StringBuilder sql, List<Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            parameters.add(value);
            sql.append(" and ").append(column).append(" = $").append(parameters.size());
        }
    }

    /** What happened to a file, oldest first, at most 500. */
    public Mono<List<FileRow.Step>> steps(String id) {
        return database.withConnection(c -> Database.query(c,
                "select id, version, at, actor, what, body from care_step where id = $1 order by version limit $2",
                Columns.into(FileRow.Step.class),
                id, MOST_STEPS));
    }

    /** 履约记录 by the number of the case, of cases after the given one. */
    public Mono<List<Check.Credit>> credits(String region, String after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select case_no, material, item_no, kept, ground, at from credit_record
                where case_no > $1 and case_no >= $2 and case_no < $3 order by case_no, material, item_no limit $4
                """, Columns.into(Check.Credit.class), after, region, region + "~", limit));
    }
}
