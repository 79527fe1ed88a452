package org.lianban.department.store;

import java.time.Instant;
import java.util.List;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 未完成系统对接: new tasks of departments that work by hand. */
public final class ManualStore {
    private final Database database;

    public ManualStore(Database database) {
        this.database = database;
    }

    /** @param handed how often the desk or a call handed it out */
    public record Untaken(String taskId, String caseNo, String department, String oneThing, String catalogHash,
            Instant at, int handed) {}

    /** Not confirmed by any reply yet, after a task id, ascending. */
    public Mono<List<Untaken>> untaken(String after, int max) {
        return database.withConnection(c -> Database.query(c, """
                select d.task_id, k.case_no, d.department, k.one_thing, k.catalog_hash, d.at, d.handed
                from channel h join delivery d on d.department = h.department
                    join task t on t.task_id = d.task_id join pack k on k.case_no = t.case_no
                where h.mode = 'MANUAL' and d.type = 'NEW' and d.task_id > $1 order by d.task_id limit $2
                """, row -> new Untaken(row.get("task_id", String.class), row.get("case_no", String.class),
                row.get("department", String.class), row.get("one_thing", String.class),
                row.get("catalog_hash", String.class), row.get("at", Instant.class),
                row.get("handed", Integer.class)), after, max));
    }
}
