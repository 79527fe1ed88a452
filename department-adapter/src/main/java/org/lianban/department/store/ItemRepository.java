package org.lianban.department.store;

import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.ItemState;
import org.lianban.department.task.Task;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;

/** Tasks for readers: the desk, observers, one item with everything. Pages by key, never by count. */
public record ItemRepository(Database database, PersonalDataCipher cipher, TaskCodec codec) {
    /** @param result the event that ended it, JSON */
    public record Listed(Task task, String region, String oneThing, String catalogHash, @Nullable String result) {}

    /**
     * @param pack JSON, opened
     * @param upstream JSON array of results handed on so far
     */
    public record Full(Listed item, String pack, @Nullable String upstream) {}

    /** Open tasks a department handles, after a task id, in the state if one is given. */
    public Mono<List<Listed>> open(String department, @Nullable ItemState state, @Nullable String after, int max) {
        return database.withConnection(c -> Database.query(c, """
                select t.body, k.region, k.one_thing, k.catalog_hash, null::text as result
                from task t join pack k using (case_no)
                where t.department = $1 and not t.ended and t.task_id > $2 and ($3::text is null or t.state = $3)
                order by t.task_id limit $4
                """, this::listed, department, start(after),
                orNull(state == null ? null : state.name()), max));
    }

    /** What a department sees without handling it, ended or not. */
    public Mono<List<Listed>> observed(String department, @Nullable String after, int max) {
        return database.withConnection(c -> Database.query(c, """
                select t.body, k.region, k.one_thing, k.catalog_hash, t.result
                from observer o join task t on t.task_id = o.task_id join pack k using (case_no)
                where o.department = $1 and o.task_id > $2 and t.department <> $1 order by o.task_id limit $3
                """, this::listed, department, start(after), max));
    }

    /** Empty unless the department handles or sees it. */
    public Mono<Optional<Full>> find(String department, String taskId) {
        return database.withConnection(c -> Database.query(c, """
                select t.body, k.region, k.one_thing, k.catalog_hash, t.result, t.upstream, k.body as pack
                from task t join pack k using (case_no)
                where t.task_id = $2 and (t.department = $1 or exists (
                    select 1 from observer o where o.department = $1 and o.task_id = t.task_id))
                """, row -> new Full(listed(row), cipher.open(text(row, "pack")),
                textOrNull(row, "upstream")), department, taskId)).map(rows -> rows.stream().findFirst());
    }

    private Listed listed(io.r2dbc.spi.Readable row) {
        return new Listed(codec.read(text(row, "body")), text(row, "region"),
                text(row, "one_thing"), text(row, "catalog_hash"), textOrNull(row, "result"));
    }

    /** Every key comes after the empty one. */
    private static String start(@Nullable String after) {
        return after == null ? "" : after;
    }
}
