package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.result.bundle.web.CareFaults;
import org.lianban.result.bundle.web.Page;
import org.lianban.result.bundle.web.Parameters;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.check.CheckCommand;
import org.lianban.result.oversight.check.CheckEvent;
import org.lianban.result.oversight.check.Credit;
import org.lianban.result.oversight.check.State;
import org.lianban.result.oversight.handler.CareRoom;
import org.lianban.result.oversight.handler.Speakers;
import org.lianban.result.oversight.query.CareQueries;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 事后核查 of what was approved on a commitment, and 撤销 by a fair procedure. */
@RestController
@RequestMapping("/api")
@Tag(name = "checks", description = "告知承诺事后核查、撤销程序、履约记录")
class CheckController {
    private static final int MAX_TEXT = 2_000;
    private static final int PAGE = 50;

    private final CareRoom room;
    private final Speakers speakers;
    private final FileReads reads;
    private final CareQueries queries;

    CheckController(CareRoom room, Speakers speakers, CareQueries queries, JsonMapper json) {
        this.room = room;
        this.speakers = speakers;
        this.queries = queries;
        this.reads = new FileReads(queries, json);
    }

    /** What may be done with a check. */
    enum Move {
        FIND, NOTICE, DEFEND, DECIDE
    }

    /**
     * @param finding of FIND: CONFIRMED, CORRECTION or REFUTED
     * @param number of NOTICE and of DECIDE: number of the paper
     * @param revoke of DECIDE
     */
    record StepRequest(@Schema(example = "FIND") @Nullable String step,
            @Schema(example = "REFUTED") @Nullable String finding,
            @Schema(example = "经实地核查，经营场所与承诺不符", maxLength = 2000) @Nullable String text,
            @Schema(example = "[\"sm3:66c7f0f4\"]") @Nullable List<@Nullable String> evidence,
            @Schema(example = "新市监撤告〔2026〕1号") @Nullable String number, @Nullable Boolean revoke) {}

    @PostMapping("/checks/{id}/steps")
    @Operation(summary = "核查结论、拟撤销告知、陈述申辩、决定: the next step of a check")
    @ApiResponse(responseCode = "200", description = "Taken, now or when the key was first used")
    @ApiResponse(responseCode = "403", description = "The role or the department may not")
    @ApiResponse(responseCode = "409", description = "Not in this state, too early, or something is missing first")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<FileView> step(@Parameter(example = "41072120261121YJS000001A-01-HC1") @PathVariable String id,
            @RequestHeader(name = CareFaults.KEY_HEADER, required = false) @Nullable String key,
            @RequestBody StepRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var faults = new CareFaults();
        var command = command(faults.choice("/step", request.step(), Move.values()), request, faults);
        faults.number("?id", id);
        faults.key(key);
        faults.raise();
        return room.checks().submit(id, command, speakers.of(Actors.of(headers, Actor.Role.DEPARTMENT_OFFICER)), key)
                .map(reads::view);
    }

    private static CheckCommand command(Move move, StepRequest request, CareFaults faults) {
        return switch (move) {
            case FIND -> new CheckCommand.Find(
                    faults.choice("/finding", request.finding(), CheckEvent.Finding.values()),
                    faults.text("/text", request.text(), MAX_TEXT, "核查情况"),
                    faults.list("/evidence", request.evidence(), 200));
            case NOTICE -> new CheckCommand.Notice(faults.text("/number", request.number(), 128, "告知书文号"),
                    faults.text("/text", request.text(), MAX_TEXT, "拟撤销的事实、理由和依据"));
            case DEFEND -> new CheckCommand.Defend(faults.text("/text", request.text(), MAX_TEXT, "陈述申辩内容"));
            case DECIDE -> {
                var revoke = request.revoke();
                if (revoke == null) {
                    faults.add("/revoke", "MISSING", "请填写是否撤销。");
                }
                yield new CheckCommand.Decide(Boolean.TRUE.equals(revoke),
                        faults.optional("/number", request.number(), 128),
                        faults.text("/text", request.text(), MAX_TEXT, "决定理由"));
            }
        };
    }

    @GetMapping("/checks/{id}")
    @Operation(summary = "A check with everything that happened to it")
    Mono<FileView> one(@PathVariable String id) {
        return reads.one(FileKind.CHECK, id);
    }

    @GetMapping("/checks")
    @Operation(summary = "Checks by number", description = "Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String caseNo,
            @RequestParam(required = false) @Nullable String open, @RequestParam(required = false) @Nullable String red,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        return reads.list(FileKind.CHECK, State.values(),
                new FileReads.Query(region, department, state, caseNo, open, red, after, limit));
    }

    @GetMapping("/credit-records")
    @Operation(summary = "履约记录: commitments kept and broken, by case number",
            description = "Keyset paging: pass next as after; a page ends with a whole case.")
    Mono<Page<Credit>> credits(
            @Parameter(required = true) @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var parameters = new Parameters();
        parameters.required("region", parameters.region(region));
        var from = Objects.requireNonNullElse(parameters.key("after", after), "");
        int size = parameters.limit(limit, PAGE);
        parameters.orRefuse();
        return queries.credits(Objects.requireNonNull(region), from, size + 1).map(found -> {
            if (found.size() <= size) {
                return new Page<>(found, null);
            }
            var cut = found.get(size).caseNo();
            var whole = found.stream().filter(c -> !c.caseNo().equals(cut)).toList();
            return whole.isEmpty() ? new Page<>(found, cut) : new Page<>(whole, whole.getLast().caseNo());
        });
    }
}
