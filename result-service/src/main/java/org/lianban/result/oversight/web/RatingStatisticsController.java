package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Window;
import org.lianban.http.Parameters;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.oversight.query.BulletinQueries;
import org.lianban.result.oversight.query.RatingQueries;
import org.lianban.result.oversight.query.RatingQueries.By;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.rating.Ratios;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 好差评 in figures: what was rated, what was covered, what became of bad ones, whom to call back. */
@RestController
@RequestMapping("/api/ratings")
@Tag(name = "ratings", description = "好差评: 评价与统计")
record RatingStatisticsController(RatingQueries ratings, BulletinQueries bulletins, CatalogCopy catalog,
        Rating.Rules rules) {
    private static final int SAMPLE = 50;

    /**
     * @param rated 实评率, of the cases filed in the period that are settled
     * @param good 好评率, of ratings that somebody gave in the period
     * @param byDefault default ratings: in neither
     * @param suspicious a 100 % that should be looked at
     */
    record RatiosView(Ratios.Ratio rated, Ratios.Ratio good, long byDefault, Map<Rating.Level, Long> levels,
            boolean suspicious, BulletinQueries.Loop loop) {}

    @GetMapping("/ratios")
    @Operation(summary = "实评率、好评率与三个百分之百", description = "Default ratings are shown apart and count as nothing else.")
    Mono<RatiosView> ratios(@ParameterObject Spans.Asked asked) {
        var spans = Spans.of(new Parameters(), asked);
        return Mono.zip(ratings.counts(spans.region(), spans.span()),
                ratings.cohort(spans.region(), spans.from(), spans.to().plusDays(1)),
                bulletins.loop(spans.region(), spans.span())).map(t -> {
                    var ratios = Ratios.of(t.getT2().settled(), t.getT2().rated(), t.getT1().levels(),
                            t.getT1().byDefault());
                    return new RatiosView(ratios.rated(), ratios.good(), ratios.byDefault(),
                            ratios.levels(), ratios.suspicious(), t.getT3());
                });
    }

    @GetMapping("/groups")
    @Operation(summary = "Good, bad and default ratings apart by window, department, one-thing, channel or source")
    Mono<List<RatingQueries.Group>> groups(@ParameterObject Spans.Asked asked,
            @Parameter(example = "WINDOW",
                    schema = @Schema(implementation = By.class),
                    required = true) @RequestParam(required = false) @Nullable String by) {
        var parameters = new Parameters();
        var group = parameters.choice("by", by, By.class);
        parameters.required("by", group);
        var spans = Spans.of(parameters, asked);
        return ratings.groups(spans.region(), spans.span(), Objects.requireNonNull(group));
    }

    /** @param gaps what is not covered, by name */
    record Cover(Ratios.Ratio share, List<String> gaps) {
        static Cover of(java.util.Collection<String> all, java.util.Collection<String> covered) {
            var gaps = new TreeSet<>(all);
            gaps.removeAll(covered);
            return new Cover(new Ratios.Ratio(all.size() - gaps.size(), all.size()), List.copyOf(gaps));
        }
    }

    /**
     * 三个全覆盖.
     *
     * @param oneThings that had settled cases in the period, and of these those that somebody rated
     * @param windows active ones, and of these those with a rating
     * @param channels all of the standard, and of these those that are open
     * @param channelsUsed those that are open, and of these those with a rating
     */
    record CoverageView(Cover oneThings, Cover windows, Cover channels, Cover channelsUsed) {}

    @GetMapping("/coverage")
    @Operation(summary = "事项、评价对象、服务渠道三个全覆盖, with every gap by name")
    Mono<CoverageView> coverage(@ParameterObject Spans.Asked asked) {
        var spans = Spans.of(new Parameters(), asked);
        var open = rules.channels().stream().map(Enum::name).toList();
        return Mono.zip(ratings.oneThings(spans.region(), spans.from(), spans.to().plusDays(1)),
                ratings.groups(spans.region(), spans.span(), By.ONE_THING),
                ratings.groups(spans.region(), spans.span(), By.WINDOW),
                ratings.groups(spans.region(), spans.span(), By.CHANNEL))
                .map(t -> new CoverageView(Cover.of(t.getT1(), given(t.getT2())),
                        Cover.of(catalog.windows(spans.region()).stream().filter(Window::active).map(Window::id)
                                .toList(), given(t.getT3())),
                        Cover.of(Arrays.stream(Rating.Channel.values()).map(Enum::name).toList(), open),
                        Cover.of(open, given(t.getT4()))));
    }

    /** Default ratings cover nothing. */
    private static List<String> given(List<RatingQueries.Group> groups) {
        return groups.stream().filter(group -> group.good() + group.bad() > 0).map(RatingQueries.Group::value)
                .filter(Objects::nonNull).toList();
    }

    @GetMapping("/call-back-sample")
    @Operation(summary = "月度电话回访名单",
            description = "Settled cases of a month, drawn so that nobody can choose them and everybody draws the "
                    + "same ones. What is heard is recorded as a rating with source CALL_BACK.")
    Mono<List<RatingQueries.Sampled>> sample(@Parameter(required = true) @RequestParam @Nullable String region,
            @Parameter(example = "2026-11", required = true) @RequestParam @Nullable String month,
            @RequestParam(required = false) @Nullable String limit) {
        var parameters = new Parameters();
        int size = parameters.limit(limit, SAMPLE);
        var first = month == null ? null : month + "-01";
        var spans = Spans.ofDay(parameters, region, "month", first);
        return ratings.sample(spans.region(), spans.from(), size);
    }

    /** @param gap ratings that the province has not taken yet */
    record RatingReconciliationView(LocalDate date, long ratings, long reported, long failing, long gap) {}

    @GetMapping("/reconciliation")
    @Operation(summary = "评价数据上报对账: of one day, how many were given and how many are reported")
    Mono<RatingReconciliationView> reconciliation(@Parameter(required = true) @RequestParam @Nullable String region,
            @Parameter(example = "2026-11-23", required = true) @RequestParam @Nullable String date) {
        var spans = Spans.ofDay(new Parameters(), region, "date", date);
        return ratings.reporting(spans.region(), spans.span())
                .map(r -> new RatingReconciliationView(spans.from(), r.ratings(),
                        r.reported(), r.failing(), r.ratings() - r.reported()));
    }
}
