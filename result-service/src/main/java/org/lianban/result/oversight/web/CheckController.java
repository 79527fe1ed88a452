package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.form.Field;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.handler.FileHandlers;
import org.lianban.result.oversight.query.FileQueries;
import org.lianban.text.TextKind;
import org.springdoc.core.annotations.ParameterObject;
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

/** 事后核查 of what was approved on a commitment, and 撤销 by a fair procedure. */
@RestController
@RequestMapping("/api")
@Tag(name = "checks", description = "告知承诺事后核查、撤销程序、履约记录")
record CheckController(FileHandlers files, FileQueries queries, OversightDoor door) {
    private static final int PAGE = 50;

    /**
     * @param finding of FIND
     * @param number of NOTICE and of DECIDE: number of the paper
     * @param revoke of DECIDE
     */
    record CheckStepForm(@Field(label = "步骤", example = "FIND") Move step,
            @Field(label = "核查结论", example = "REFUTED") Check.Event.@Nullable Finding finding,
            @Field(kind = TextKind.LINES, label = "说明", example = "经实地核查，经营场所与承诺不符") @Nullable String text,
            @Field(label = "证据", max = 200, most = 50, example = "sm3:66c7f0f4") List<String> evidence,
            @Field(kind = TextKind.DOCUMENT_NUMBER, label = "文号", max = 128,
                    example = "新市监撤告〔2026〕1号") @Nullable String number,
            @Field(label = "是否撤销") @Nullable Boolean revoke) {
        /** What may be done with a check. */
        enum Move {
            FIND, NOTICE, DEFEND, DECIDE
        }

        Check.Command command() {
            var needed = new OversightDoor.Needed();
            return needed.orRefuse(switch (step) {
                case FIND -> new Check.Command.Find(
                        needed.of("finding", "核查结论", finding, Check.Event.Finding.CONFIRMED),
                        needed.text("核查情况", text), evidence);
                case NOTICE -> new Check.Command.Notice(needed.of("number", "告知书文号", number, ""),
                        needed.text("拟撤销的事实、理由和依据", text));
                case DEFEND -> new Check.Command.Defend(needed.text("陈述申辩内容", text));
                case DECIDE -> new Check.Command.Decide(needed.of("revoke", "是否撤销", revoke, false), number,
                        needed.text("决定理由", text));
            });
        }
    }

    @PostMapping("/checks/{id}/steps")
    @Operation(summary = "核查结论、拟撤销告知、陈述申辩、决定: the next step of a check")
    @OversightDoor.FileCommand
    Mono<FileView> step(@PathVariable String id,
            @RequestBody CheckStepForm form, @RequestHeader HttpHeaders headers) {
        return door.step(files.checks(), id, form.command(), headers, Role.DEPARTMENT_OFFICER);
    }

    @GetMapping("/checks/{id}")
    @Operation(summary = "A check with everything that happened to it")
    Mono<FileView> one(@PathVariable String id) {
        return door.one(FileRow.Kind.CHECK, id);
    }

    @GetMapping("/checks")
    @Operation(summary = "Checks by number", description = "Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@ParameterObject OversightDoor.FileQuery query, @Parameter(
            schema = @Schema(implementation = Check.State.class)) @RequestParam(
                    required = false) @Nullable String state) {
        return door.list(FileRow.Kind.CHECK, Check.State.class, state, query);
    }

    @GetMapping("/credit-records")
    @Operation(summary = "履约记录: commitments kept and broken, by case number",
            description = "Keyset paging: pass next as after; a page ends with a whole case.")
    Mono<Page<Check.Credit>> credits(
            @Parameter(required = true, example = "410721") @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            @Schema(type = "integer", minimum = "1", maximum = "200",
                    defaultValue = "50") @RequestParam(required = false) @Nullable String limit) {
        var parameters = new Parameters();
        var wanted = parameters.region(region);
        parameters.required("region", wanted);
        var from = Objects.requireNonNullElse(parameters.after(after), "");
        int size = parameters.limit(limit, PAGE);
        parameters.orRefuse();
        return queries.credits(Objects.requireNonNull(wanted), from, size + 1).map(found -> {
            if (found.size() <= size) {
                return new Page<>(found, null);
            }
            var cut = found.get(size).caseNo();
            var whole = found.stream().filter(c -> !c.caseNo().equals(cut)).toList();
            return whole.isEmpty() ? new Page<>(found, cut) : new Page<>(whole, whole.getLast().caseNo());
        });
    }
}
