package org.lianban.result.oversight.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.result.bundle.web.CareFaults;
import org.lianban.result.oversight.handler.Ratables;
import org.lianban.result.oversight.handler.Speakers;
import org.lianban.result.oversight.query.RatingQueries;
import org.lianban.result.oversight.rating.Channel;
import org.lianban.result.oversight.rating.Indicator;
import org.lianban.result.oversight.rating.Level;
import org.lianban.result.oversight.rating.LevelCode;
import org.lianban.result.oversight.rating.Rated;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.rating.Source;
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
class RatingController {
    private final Ratables ratables;
    private final RatingQueries queries;
    private final Speakers speakers;

    RatingController(Ratables ratables, RatingQueries queries, Speakers speakers) {
        this.ratables = ratables;
        this.queries = queries;
        this.speakers = speakers;
    }

    /**
     * @param itemNo 线上一事一评: the item; 线下一次一评: empty
     * @param level name or code of the level
     * @param codes how {@code level} is written: NAME, GBT_39046, STARS or LABEL
     * @param byDefault nobody rated: given by a system, never counted as 好评
     */
    record RatingRequest(@Schema(example = "02") @Nullable String itemNo,
            @Schema(example = "SATISFIED") @Nullable String level, @Schema(example = "NAME") @Nullable String codes,
            @Schema(example = "QR_CODE") @Nullable String channel, @Schema(example = "OFFLINE") @Nullable String source,
            @Nullable Boolean byDefault,
            @Schema(example = "{\"EFFICIENCY\":\"SATISFIED\"}") @Nullable Map<String, @Nullable String> indicators,
            @Schema(example = "办得很快", maxLength = 500) @Nullable String remark) {}

    /** @param ticket number of the ticket that a bad rating opened */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RatingView(String number, String caseNo, @Nullable String itemNo, Level level, String levelText,
            Channel channel, Source source, boolean byDefault, Map<Indicator, Level> indicators,
            @Nullable String remark, @Nullable String department, Instant at, @Nullable String ticket) {
        static RatingView of(Rated rated, @Nullable String ticket) {
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
    @ApiResponse(responseCode = "403", description = "Who is rated does not rate")
    @ApiResponse(responseCode = "409", description = "Somebody rated already")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<RatingView> rate(@Parameter(example = "41072120261121YJS000001A") @PathVariable String caseNo,
            @Parameter(description = "Makes a repeated request harmless") @RequestHeader(name = CareFaults.KEY_HEADER,
                    required = false) @Nullable String key,
            @RequestBody RatingRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var faults = new CareFaults();
        faults.number("?caseNo", caseNo);
        var codes = faults.choice("/codes", request.codes(), LevelCode.values(), LevelCode.NAME);
        var wanted = new Ratables.Request(faults.number("/itemNo", request.itemNo()),
                level("/level", request.level(), codes, faults),
                faults.choice("/channel", request.channel(), Channel.values()),
                faults.choice("/source", request.source(), Source.values()), Boolean.TRUE.equals(request.byDefault()),
                indicators(request.indicators(), codes, faults),
                faults.optional("/remark", request.remark(), Rating.MAX_REMARK));
        faults.key(key);
        faults.raise();
        return ratables.rate(caseNo, wanted, speakers.of(Actors.of(headers, Actor.Role.APPLICANT)), key)
                .map(answer -> RatingView.of(answer.rated(), answer.ticket()));
    }

    private static Level level(String pointer, @Nullable String code, LevelCode codes, CareFaults faults) {
        var level = code == null ? null : codes.read(code).orElse(null);
        if (level == null) {
            faults.add(pointer, code == null ? "MISSING" : "UNKNOWN", "应为下列之一："
                    + String.join("、", List.of(Level.values()).stream().map(codes::write).toList()));
            return Level.VERY_DISSATISFIED;
        }
        return level;
    }

    private static Map<Indicator, Level> indicators(@Nullable Map<String, @Nullable String> given, LevelCode codes,
            CareFaults faults) {
        var indicators = new EnumMap<Indicator, Level>(Indicator.class);
        if (given != null) {
            given.forEach((name, code) -> {
                var known = List.of(Indicator.values()).stream().filter(i -> i.name().equals(name)).findFirst();
                if (known.isEmpty()) {
                    faults.add("/indicators/" + name, "UNKNOWN", "没有此评价指标");
                } else {
                    indicators.put(known.get(), level("/indicators/" + name, code, codes, faults));
                }
            });
        }
        return indicators;
    }

    @GetMapping
    @Operation(summary = "What was rated of a case")
    Mono<List<RatingView>> list(@PathVariable String caseNo) {
        return queries.of(caseNo).map(found -> found.stream().map(rated -> RatingView.of(rated, null)).toList());
    }
}
