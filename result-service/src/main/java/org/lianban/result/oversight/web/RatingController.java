package org.lianban.result.oversight.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.form.Field;
import org.lianban.http.Keys;
import org.lianban.http.Problem;
import org.lianban.result.bundle.web.Answers;
import org.lianban.result.oversight.handler.RatingCommands;
import org.lianban.result.oversight.query.RatingQueries;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.text.TextKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 好差评 of a case. */
@RestController
@RequestMapping("/api/cases/{caseNo}/ratings")
@Tag(name = "ratings", description = "好差评: 评价与统计")
record RatingController(RatingCommands commands, RatingQueries queries, OversightDoor door) {
    /**
     * @param itemNo 线上一事一评: the item; 线下一次一评: empty
     * @param level name or code of the level
     * @param codes how {@code level} is written
     * @param byDefault nobody rated: given by a system, never counted as 好评
     * @param indicators a level, written likewise, by name of the indicator
     */
    record RatingForm(@Field(kind = TextKind.CODE, label = "联办事项", example = "02") @Nullable String itemNo,
            @Field(kind = TextKind.LINE, label = "满意度", max = 20, example = "SATISFIED") String level,
            @Field(label = "满意度代码", example = "NAME") Rating.@Nullable LevelCode codes,
            @Field(label = "评价渠道", example = "QR_CODE") Rating.Channel channel,
            @Field(label = "评价来源", example = "OFFLINE") Rating.Source source, @Field(label = "默认评价") boolean byDefault,
            @Field(kind = TextKind.LINE, label = "评价指标", max = 20, most = 10,
                    example = "{\"EFFICIENCY\":\"SATISFIED\"}") Map<String, String> indicators,
            @Field(kind = TextKind.LINES, label = "评价内容", max = Rating.MAX_REMARK,
                    example = "办得很快") @Nullable String remark) {
        /** @throws Problem 422 with every level and indicator that nobody knows */
        RatingCommands.RatingCommand command() {
            var faults = new Faults();
            var given = level("/level", level, faults);
            var details = new EnumMap<Rating.Indicator, Rating.Level>(Rating.Indicator.class);
            indicators.forEach((name, code) -> {
                var pointer = "/indicators" + Faults.step(name);
                Arrays.stream(Rating.Indicator.values()).filter(i -> i.name().equals(name)).findFirst().ifPresentOrElse(
                        indicator -> details.put(indicator, level(pointer, code, faults)),
                        () -> faults.add(pointer, FaultCode.UNKNOWN, "评价指标",
                                names(Rating.Indicator.values(), Enum::name)));
            });
            if (!faults.none()) {
                throw Problem.unprocessable(faults.list());
            }
            return new RatingCommands.RatingCommand(itemNo, given, channel, source, byDefault, details, remark);
        }

        private Rating.Level level(String pointer, String code, Faults faults) {
            var writing = codes == null ? Rating.LevelCode.NAME : codes;
            return writing.read(code).orElseGet(() -> {
                faults.add(pointer, FaultCode.UNKNOWN, "满意度", names(Rating.Level.values(), writing::write));
                return Rating.Level.VERY_DISSATISFIED;
            });
        }

        private static <E> String names(E[] choices, Function<E, String> name) {
            return Arrays.stream(choices).map(name).collect(Collectors.joining("、"));
        }
    }

    /** @param ticket number of the ticket that a bad rating opened */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RatingView(String number, String caseNo, @Nullable String itemNo, Rating.Level level, String levelText,
            Rating.Channel channel, Rating.Source source, boolean byDefault,
            Map<Rating.Indicator, Rating.Level> indicators,
            @Nullable String remark, @Nullable String department, Instant at, @Nullable String ticket) {
        static RatingView of(Rating.Rated rated, @Nullable String ticket) {
            var rating = rated.rating();
            return new RatingView(rated.number(), rating.subject().caseNo(), rating.subject().itemNo(), rating.level(),
                    rating.level().label(), rating.channel(), rating.source(), rating.byDefault(),
                    rating.indicators(), rating.remark(), rated.department(), rating.at(), ticket);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Rate a case that is settled, or an item of a case that was filed online")
    @ApiResponse(responseCode = "201",
            description = "Recorded, now or when the key was first used; a bad rating names its ticket")
    @OversightDoor.FileCommand
    Mono<RatingView> rate(@PathVariable String caseNo,
            @RequestBody RatingForm form, @RequestHeader HttpHeaders headers) {
        return commands.rate(Answers.key("caseNo", caseNo), form.command(), door.actor(headers, Role.APPLICANT),
                Keys.of(headers)).map(Answers::of)
                .map(answer -> RatingView.of(answer.rated(), answer.ticket()));
    }

    @GetMapping
    @Operation(summary = "What was rated of a case")
    Mono<List<RatingView>> list(@PathVariable String caseNo) {
        return queries.of(Answers.key("caseNo", caseNo))
                .map(found -> found.stream().map(rated -> RatingView.of(rated, null)).toList());
    }
}
