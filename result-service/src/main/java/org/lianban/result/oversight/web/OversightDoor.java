package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.command.once.Outcome;
import org.lianban.http.Actors;
import org.lianban.http.Keys;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.bundle.web.Answers;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.handler.FileHandler;
import org.lianban.result.oversight.query.FileQueries;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What the doors of oversight share: who gives a command, files as they are shown, pages of them. */
@Component
record OversightDoor(CatalogCopy catalog, FileQueries queries, JsonMapper json) {
    private static final int PAGE = 50;

    /**
     * The department is the one the gateway names, as the account or as who it stands for.
     *
     * @param otherwise the role of the door where no header names one
     */
    OversightActor actor(HttpHeaders headers, Role otherwise) {
        var actor = Actors.of(headers, otherwise);
        return new OversightActor(actor, Stream.of(Optional.ofNullable(actor.onBehalfOf()), Optional.of(actor.id()))
                .flatMap(Optional::stream).filter(id -> catalog.department(id).isPresent()).findFirst().orElse(null));
    }

    /** The next step of a file. */
    <C> Mono<FileView> step(FileHandler<?, C, ?> handler, String id, C command, HttpHeaders headers, Role otherwise) {
        return handler.submit(Answers.key("id", id), command, actor(headers, otherwise), Keys.of(headers))
                .map(this::view);
    }

    FileView view(Outcome<FileRow> outcome) {
        return FileView.of(Answers.of(outcome), json, null);
    }

    Mono<FileView> one(FileRow.Kind kind, String id) {
        return queries.one(kind, Answers.key("id", id)).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此编号：" + id)))
                .flatMap(row -> queries.steps(id).map(steps -> FileView.of(row, json, steps)));
    }

    /**
     * Which files of a kind are asked for.
     *
     * @param open true: only what is not ended
     * @param red true: only what has missed a limit
     * @param after the number that the page before ended with
     */
    record FileQuery(@Parameter(example = "410721") @Nullable String region,
            @Parameter(example = "410721-gongan") @Nullable String department, @Nullable String caseNo,
            @Schema(type = "boolean") @Nullable String open, @Schema(type = "boolean") @Nullable String red,
            @Nullable String after, @Schema(type = "integer", minimum = "1", maximum = "200",
                    defaultValue = "50") @Nullable String limit) {}

    <E extends Enum<E>> Mono<Page<FileView>> list(FileRow.Kind kind, Class<E> states, @Nullable String state,
            FileQuery query) {
        var parameters = new Parameters();
        var wanted = parameters.choice("state", state, states);
        var after = parameters.after(query.after());
        var filter = new FileQueries.Filter(kind, parameters.region(query.region()),
                parameters.key("department", query.department()), wanted == null ? null : wanted.name(),
                parameters.key("caseNo", query.caseNo()), parameters.flag("open", query.open(), false),
                parameters.flag("red", query.red(), false), after == null ? "" : after);
        int size = parameters.limit(query.limit(), PAGE);
        parameters.orRefuse();
        return queries.list(filter, size + 1).map(
                found -> Answers.page(found, size, row -> FileView.of(row, json, null), FileRow::id));
    }

    /** What the description of every command on a file says. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(in = ParameterIn.HEADER, name = Keys.HEADER, description = "Makes a repeated request harmless",
            schema = @Schema(type = "string", minLength = 1, maxLength = 128))
    @ApiResponse(responseCode = "403", description = "The role or the department may not")
    @ApiResponse(responseCode = "409", description = "Not in this state, too early, or something is missing first")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    @interface FileCommand {}

    /** What one step of a form needs and another does not; every lack is told at once. */
    static final class Needed {
        private final Faults faults = new Faults();

        /** @param otherwise never used: {@link #orRefuse} refuses */
        <T> T of(String name, String label, @Nullable T value, T otherwise) {
            if (value == null) {
                faults.add("/" + name, FaultCode.MISSING, label);
                return otherwise;
            }
            return value;
        }

        String text(String label, @Nullable String text) {
            return of("text", label, text, "");
        }

        /** Where something happened: a case, or a region where there is none. */
        Needed place(@Nullable String region, @Nullable String caseNo, @Nullable String itemNo) {
            if (caseNo == null && region == null) {
                faults.add(FaultCode.MISSING.saying("/region", "没有办件的，请填写行政区划代码。"));
            }
            if (caseNo == null && itemNo != null) {
                faults.add(new Fault("/itemNo", "NO_CASE", "指明联办事项须同时指明办件。"));
            }
            return this;
        }

        /** @throws Problem 422 with everything that is missing */
        <T> T orRefuse(T whole) {
            if (!faults.none()) {
                throw Problem.unprocessable(faults.list());
            }
            return whole;
        }
    }
}
