package org.lianban.result.oversight.client;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.oversight.rating.Rating;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 评价数据上报: the provincial rating platform. It knows a rating by its number, so that one sent again is one. */
@FunctionalInterface
public interface RatingGateway {
    /** An error {@link SignedHttp.NotTaken} where trying again does not help. */
    Mono<Void> report(Rating.Rated rated);

    /**
     * The rating platform over HTTP, with the field names that provincial platforms use (GB/T 39046-2020 表9).
     *
     * @param codes how the platform writes the levels
     */
    record Http(SignedHttp http, JsonMapper json, Rating.LevelCode codes) implements RatingGateway {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")
                .withZone(ZoneId.of("Asia/Shanghai"));

        @Override
        public Mono<Void> report(Rating.Rated rated) {
            return http.post(body(rated)).then();
        }

        String body(Rating.Rated rated) {
            var rating = rated.rating();
            var indicators = new LinkedHashMap<String, String>();
            rating.indicators().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(e -> indicators.put(e.getKey().name(), codes.write(e.getValue())));
            var body = new LinkedHashMap<String, Object>();
            body.put("evaluateNo", rated.number());
            body.put("projectNo", rating.subject().caseNo());
            body.put("taskCode", rated.oneThing());
            body.put("taskHandleItem", rating.subject().part());
            body.put("satisfaction", codes.write(rating.level()));
            body.put("pf", rating.channel().label());
            body.put("evalSource", rating.source().label());
            body.put("evalDetail", indicators);
            body.put("writingEvaluation", rating.remark() == null ? "" : rating.remark());
            body.put("assessTime", TIME.format(rating.at()));
            body.put("assessNumber", rated.revision());
            body.put("isDefault", rating.byDefault() ? "1" : "0");
            body.put("effectivEvalua", rating.byDefault() ? "0" : "1");
            return json.writeValueAsString(body);
        }
    }
}
