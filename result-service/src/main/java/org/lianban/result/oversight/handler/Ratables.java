package org.lianban.result.oversight.handler;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.Channel;
import org.lianban.http.Problem;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseStates;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.rating.Indicator;
import org.lianban.result.oversight.rating.Level;
import org.lianban.result.oversight.rating.Rated;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.rating.RatingDecider.Served;
import org.lianban.result.oversight.rating.RatingDecider;
import org.lianban.result.oversight.rating.Source;
import reactor.core.publisher.Mono;

/** Ratings as they come in: what the case says about them first, then the desk. A settled case stays settled. */
public final class Ratables {
    /** A rating without what the case adds to it. */
    public record Request(@Nullable String itemNo, Level level, org.lianban.result.oversight.rating.Channel channel,
            Source source, boolean byDefault, Map<Indicator, Level> indicators, @Nullable String remark) {
        public Request {
            indicators = java.util.Collections.unmodifiableMap(new TreeMap<>(indicators));
        }
    }

    private final CareRoom room;
    private final CaseQueries cases;
    private final Law law;
    private final InstantSource clock;

    public Ratables(CareRoom room, CaseQueries cases, Law law, InstantSource clock) {
        this.room = room;
        this.cases = cases;
        this.law = law;
        this.clock = clock;
    }

    public Mono<RatingHandler.Answer> rate(String caseNo, Request request, Speaker who, @Nullable String key) {
        var refusal = refusal(request, who);
        return refusal.isPresent()
                ? Mono.error(refusal.get())
                : cases.one(caseNo).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此办件：" + caseNo)))
                        .flatMap(stored -> room.ratings().submit(rated(stored.bundle(), request, who, key)));
    }

    /** Whoever is rated does not rate, and only a system says that nobody did. */
    private static Optional<Problem> refusal(Request request, Speaker who) {
        var allowed = switch (who.role()) {
            case APPLICANT, AGENT, WINDOW_CLERK, CERTIFICATE_WINDOW -> !request.byDefault();
            case PROVINCE, SYSTEM -> true;
            default -> who.supervises();
        };
        return allowed
                ? Optional.empty()
                : Optional.of(Problem.forbidden(request.byDefault() ? "默认评价只能由平台登记。" : "该角色不能提交评价。"));
    }

    private Rated rated(Bundle bundle, Request request, Speaker who, @Nullable String key) {
        var filing = bundle.filing();
        if (filing == null) {
            throw Problem.conflict("NOT_SETTLED", "尚未办结，办结后方可评价");
        }
        var rating = new Rating(new Rating.Subject(bundle.caseNo(), request.itemNo()), request.level(),
                request.channel(), request.source(), request.byDefault(), request.indicators(), request.remark(),
                clock.instant());
        List<Fault> faults = new ArrayList<>(
                RatingDecider.faults(rating, served(bundle, request.itemNo()), room.settings().ratings()));
        if (bundle.isTest()) {
            faults.add(new Fault("", "TEST_CASE", "测试办件不参与评价"));
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(faults);
        }
        var origin = bundle.intake().origin();
        return new Rated(rating, filing.region(), filing.oneThing(), department(bundle, request.itemNo()),
                origin == null ? null : origin.window(), who.account(), 1, key, bundle.caseNo() + " " + request);
    }

    private @Nullable String department(Bundle bundle, @Nullable String itemNo) {
        var task = itemNo == null ? null : bundle.item(itemNo).task();
        return task != null ? task.department() : law.oneThing(bundle).map(o -> o.lead()).orElse(null);
    }

    static Served served(Bundle bundle, @Nullable String itemNo) {
        var origin = bundle.intake().origin();
        var online = origin != null && origin.channel() != Channel.WINDOW;
        if (itemNo == null) {
            var state = CaseStates.of(bundle);
            return new Served(online, true, bundle.isSettled(), bundle.deliverable().isEmpty()
                    || state == CaseState.DELIVERED || state == CaseState.ARCHIVED);
        }
        var item = bundle.item(itemNo);
        return new Served(online, item.task() != null, item.end() != null,
                item.handout().delivered() != null || !bundle.deliverable().contains(itemNo));
    }
}
