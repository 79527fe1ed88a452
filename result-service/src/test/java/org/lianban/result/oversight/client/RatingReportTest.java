package org.lianban.result.oversight.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.poll.Backoff;
import org.lianban.result.Sample;
import org.lianban.result.bundle.store.FreshStore;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.oversight.handler.RatingRound;
import org.lianban.result.oversight.query.RatingQueries;
import org.lianban.result.oversight.query.RatingQueries.Reporting;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.store.RatingRepository;
import org.lianban.security.Signatures;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RatingReportTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final RatingQueries.Span DAY = new RatingQueries.Span(Sample.at("2026-11-23T00:00"),
            Sample.at("2026-11-24T00:00"));

    private final FreshStore store = new FreshStore(T0).withCatalog();
    private final JsonMapper json = JsonMapper.builder().build();
    private final RatingRepository ratings = new RatingRepository(json);
    private final RatingQueries queries = new RatingQueries(store.database(), ratings);
    private final List<JsonNode> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer platform;

    @BeforeEach
    void open() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/ratings", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestHeaders().containsKey(Signatures.HEADER)) {
                received.add(json.readTree(new String(body, StandardCharsets.UTF_8)));
            }
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        platform.start();
    }

    @AfterEach
    void close() {
        platform.stop(0);
        store.close();
    }

    private RatingRound round() {
        var http = new SignedHttp(
                new SignedHttp.Settings("rating-platform",
                        URI.create("http://127.0.0.1:" + platform.getAddress().getPort() + "/ratings"), "secret",
                        Duration.ofSeconds(5), Duration.ofSeconds(1)),
                WebClient.create(), store::now);
        return new RatingRound(store.database(), ratings,
                new RatingGateway.Http(http, json, Rating.LevelCode.GBT_39046),
                new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(1)), store::now);
    }

    private int run() {
        return Objects.requireNonNull(round().run(100).block(LIMIT));
    }

    private void rated(String no, Rating.Level level, boolean byDefault, int revision) {
        var rating = new Rating(new Rating.Subject(no, null), level, Rating.Channel.QR_CODE, Rating.Source.OFFLINE,
                byDefault,
                Map.of(Rating.Indicator.ATTITUDE, Rating.Level.SATISFIED), "等了三次", store.now());
        store.database().inTransaction(tx -> ratings.save(tx, List.of(new Rating.Rated(rating, "410721", "XX-09",
                "410721-weijian", "w1", "APPLICANT:p1", revision)))).block(LIMIT);
    }

    private Reporting reporting() {
        return Objects.requireNonNull(queries.reporting("410721", DAY).block(LIMIT));
    }

    @Test
    void shouldReportEachRatingOnceInTheCodesOfTheStandard() {
        rated("C1", Rating.Level.VERY_DISSATISFIED, false, 1);
        assertThat(reporting()).isEqualTo(new Reporting(1, 0, 0));
        assertThat(run()).isOne();
        assertThat(run()).isZero();
        assertThat(received).singleElement().satisfies(report -> {
            assertThat(report.get("evaluateNo").asString()).isEqualTo("C1-00-PJ1");
            assertThat(report.get("satisfaction").asString()).isEqualTo("5");
            assertThat(report.get("evalDetail").get("ATTITUDE").asString()).isEqualTo("2");
            assertThat(report.get("isDefault").asString()).isEqualTo("0");
            assertThat(report.get("assessTime").asString()).isEqualTo("20261123T090000");
        });
        assertThat(reporting()).isEqualTo(new Reporting(1, 1, 0));
    }

    @Test
    void shouldTryAgainUnderTheSameNumberUntilThePlatformTakesIt() {
        rated("C1", Rating.Level.SATISFIED, false, 1);
        status.set(503);
        assertThat(run()).isOne();
        assertThat(reporting()).isEqualTo(new Reporting(1, 0, 1));
        assertThat(run()).as("not before its time").isZero();
        status.set(200);
        store.setClock(T0.plusSeconds(60));
        assertThat(run()).isOne();
        assertThat(received).extracting(r -> r.get("evaluateNo").asString()).containsExactly("C1-00-PJ1",
                "C1-00-PJ1");
        assertThat(reporting()).isEqualTo(new Reporting(1, 1, 0));
    }

    @Test
    void shouldKeepWhatIsRefusedAsAGap() {
        rated("C1", Rating.Level.SATISFIED, false, 1);
        status.set(400);
        assertThat(run()).isOne();
        store.setClock(T0.plus(Duration.ofDays(1)));
        assertThat(run()).as("trying again does not mend it").isZero();
        assertThat(reporting()).isEqualTo(new Reporting(1, 0, 1));
        assertThat(store.count("select count(*) from rating where trouble like '%answered 400'")).isOne();
    }

    @Test
    void shouldReportAnewWhatTookThePlaceOfADefaultRating() {
        rated("C1", Rating.Level.VERY_SATISFIED, true, 1);
        assertThat(run()).isOne();
        rated("C1", Rating.Level.DISSATISFIED, false, 2);
        assertThat(run()).isOne();
        assertThat(received).extracting(r -> r.get("evaluateNo").asString() + r.get("isDefault").asString())
                .containsExactly("C1-00-PJ11", "C1-00-PJ20");
    }
}
