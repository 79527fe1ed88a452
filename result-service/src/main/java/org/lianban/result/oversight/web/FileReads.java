package org.lianban.result.oversight.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.http.Problem;
import org.lianban.result.bundle.web.Page;
import org.lianban.result.bundle.web.Parameters;
import org.lianban.result.oversight.CareRow;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.query.CareQueries;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What the doors of all kinds of files share: one with its steps, and pages. */
final class FileReads {
    private static final int PAGE = 50;

    /** @param open true: only what is not ended; @param red true: only what has missed a limit */
    record Query(@Nullable String region, @Nullable String department, @Nullable String state, @Nullable String caseNo,
            @Nullable String open, @Nullable String red, @Nullable String after, @Nullable String limit) {}

    private final CareQueries queries;
    private final JsonMapper json;

    FileReads(CareQueries queries, JsonMapper json) {
        this.queries = queries;
        this.json = json;
    }

    FileView view(CareRow row) {
        return FileView.of(row, json, null);
    }

    Mono<FileView> one(FileKind kind, String id) {
        return queries.one(kind, id).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此编号：" + id)))
                .flatMap(row -> queries.steps(id).map(steps -> FileView.of(row, json, steps)));
    }

    <E extends Enum<E>> Mono<Page<FileView>> list(FileKind kind, E[] states, Query query) {
        var parameters = new Parameters();
        var state = parameters.choice("state", query.state(), states);
        var open = flag(parameters, "open", query.open());
        var red = flag(parameters, "red", query.red());
        var after = parameters.key("after", query.after());
        var filter = new CareQueries.Filter(kind, parameters.region(query.region()),
                parameters.key("department", query.department()), state == null ? null : state.name(),
                parameters.key("caseNo", query.caseNo()), open, red, Objects.requireNonNullElse(after, ""));
        int size = parameters.limit(query.limit(), PAGE);
        parameters.orRefuse();
        return queries.list(filter, size + 1).map(found -> {
            var shown = found.subList(0, Math.min(size, found.size()));
            return new Page<>(shown.stream().map(this::view).toList(),
                    found.size() > size ? shown.getLast().id() : null);
        });
    }

    private enum Flag {
        TRUE, FALSE
    }

    private static boolean flag(Parameters parameters, String name, @Nullable String value) {
        return parameters.choice(name, value, Flag.values()) == Flag.TRUE;
    }
}
