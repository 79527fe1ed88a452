package org.lianban.intake.checking.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.MaterialRules.Mode;
import org.lianban.intake.Fixtures;
import org.lianban.intake.RichThing;
import org.lianban.intake.checking.client.DataSource.LicenceLibrary;
import org.lianban.intake.checking.client.SharingProperties.Fact;
import org.lianban.intake.checking.exemption.Judging.SourceAnswer;
import org.springframework.web.reactive.function.client.WebClient;

/** The recorded contract of the sharing platform, and what becomes of a platform that does not keep to it. */
class HttpSourcesTest {
    private static final Party PARTY = new Party("张三丰", Party.IdType.RESIDENT_ID, Fixtures.RESIDENT, null);

    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{}";
    private volatile boolean hanging;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            asked.put("authorization", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            asked.put(exchange.getRequestURI().getPath(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (hanging) {
                try {
                    released.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    private HttpSources sources(Duration timeout) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new HttpSources(WebClient.builder().codecs(c -> c.defaultCodecs().maxInMemorySize(64 * 1024)).build(),
                Fixtures.JSON,
                new SharingProperties(SharingProperties.Mode.HTTP, url + "/data", url + "/library",
                        "t0ken", timeout,
                        List.of()));
    }

    private static DataSource.Question question(Mode mode) {
        return new DataSource.Question(RichThing.POPULATION, mode, "410721", PARTY, Map.of("married", "是"),
                mode == Mode.QUERY ? List.of("married", "ownerName") : List.of(), "TY1", "国务院令第809号");
    }

    private static LicenceLibrary.Sought sought() {
        return new LicenceLibrary.Sought(RichThing.LIBRARY, RichThing.CERTIFICATE, "营业执照", "410721", PARTY, "TY1",
                null);
    }

    private SourceAnswer ask(Mode mode) {
        return Objects.requireNonNull(sources(Duration.ofSeconds(5)).ask(question(mode)).block());
    }

    @Test
    void shouldVerifyAsTheContractSays() {
        answer = "{\"match\":true}";
        assertThat(ask(Mode.VERIFY)).isEqualTo(new SourceAnswer.Confirmed(Map.of()));
        assertThat(Fixtures.JSON.readTree(asked.get("/data/verify"))).isEqualTo(Fixtures.JSON.readTree("""
                {"source":"人口库","region":"410721","consent":"TY1","legalBasis":"国务院令第809号",
                "party":{"name":"张三丰","idType":"RESIDENT_ID","idNumber":"11010519491231002X"},
                "claims":{"married":"是"}}"""));
        assertThat(asked).containsEntry("authorization", "Bearer t0ken");
        answer = "{\"match\":false,\"reason\":\"婚姻状况不同\"}";
        assertThat(ask(Mode.VERIFY)).isEqualTo(new SourceAnswer.Denied("婚姻状况不同"));
    }

    @Test
    void shouldQueryAsTheContractSays() {
        answer = "{\"values\":{\"married\":\"是\",\"age\":41,\"none\":null,\"list\":[]}}";
        assertThat(ask(Mode.QUERY)).isEqualTo(new SourceAnswer.Confirmed(Map.of("married", "是", "age", "41")));
        assertThat(Fixtures.JSON.readTree(asked.get("/data/query")).get("fields").toString())
                .isEqualTo("[\"married\",\"ownerName\"]");
    }

    @Test
    void shouldFindCertificatesAsTheContractSays() {
        answer = "{\"values\":{\"licenceId\":\"1.2.156\"}}";
        assertThat(sources(Duration.ofSeconds(5)).find(sought()).block())
                .isEqualTo(new SourceAnswer.Confirmed(Map.of("licenceId", "1.2.156")));
        assertThat(Fixtures.JSON.readTree(asked.get("/library/licences")).get("certificateType").stringValue())
                .isEqualTo(RichThing.CERTIFICATE);
        status = 404;
        assertThat(sources(Duration.ofSeconds(5)).find(sought()).block()).isInstanceOf(SourceAnswer.Denied.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "no json", "{\"match\":\"yes\"}", "{\"values\":7}"})
    void shouldTakeWhatItCannotReadForNoAnswer(String text) {
        answer = text;
        assertThat(ask(Mode.VERIFY)).isInstanceOf(SourceAnswer.Unavailable.class);
        assertThat(ask(Mode.QUERY)).isInstanceOf(SourceAnswer.Unavailable.class);
    }

    @Test
    void shouldNotReadAnAnswerBeyondItsLimit() {
        answer = "{\"values\":{\"x\":\"" + "x".repeat(70_000) + "\"}}";
        assertThat(ask(Mode.QUERY)).isInstanceOf(SourceAnswer.Unavailable.class);
    }

    @Test
    void shouldWaitNoLongerThanTheLimit() {
        hanging = true;
        assertThat(sources(Duration.ofMillis(200)).ask(question(Mode.VERIFY)).block(Duration.ofSeconds(10)))
                .isInstanceOf(SourceAnswer.Unavailable.class);
    }

    @Test
    void shouldStopAskingASourceThatFailsAndLeaveOthersAlone() {
        HttpSources sources = sources(Duration.ofSeconds(5));
        status = 500;
        for (int i = 0; i < 10; i++) {
            assertThat(sources.ask(question(Mode.VERIFY)).block()).isInstanceOf(SourceAnswer.Unavailable.class);
        }
        assertThat(calls).hasValue(5);
        status = 200;
        answer = "{\"values\":{}}";
        assertThat(sources.find(sought()).block()).isInstanceOf(SourceAnswer.Confirmed.class);
    }

    @Test
    void shouldSayThatThereIsNoAddress() {
        HttpSources none = new HttpSources(WebClient.create(), Fixtures.JSON,
                new SharingProperties(SharingProperties.Mode.HTTP, null, null, null, Duration.ofSeconds(1), List.of()));
        assertThat(none.ask(question(Mode.VERIFY)).block()).isInstanceOf(SourceAnswer.Unavailable.class);
    }

    /** The simulated end keeps the same contract. */
    @Test
    void shouldSimulateByTheSameContract() {
        SimulatedSources simulated = new SimulatedSources(List.of(
                new Fact(RichThing.POPULATION, Fixtures.RESIDENT, Map.of("married", "是", "ownerName", "张三丰", "x", "y")),
                new Fact(RichThing.LIBRARY, Fixtures.RESIDENT, Map.of("certificateType", RichThing.CERTIFICATE))));
        assertThat(simulated.ask(question(Mode.VERIFY)).block()).isEqualTo(new SourceAnswer.Confirmed(Map.of()));
        assertThat(simulated.ask(question(Mode.QUERY)).block())
                .isEqualTo(new SourceAnswer.Confirmed(Map.of("married", "是", "ownerName", "张三丰")));
        assertThat(simulated.find(sought()).block()).isInstanceOf(SourceAnswer.Confirmed.class);
        SimulatedSources empty = new SimulatedSources(
                List.of(new Fact(RichThing.POPULATION, Fixtures.RESIDENT, Map.of("married", "否"))));
        assertThat(empty.ask(question(Mode.VERIFY)).block()).isInstanceOf(SourceAnswer.Denied.class);
        assertThat(empty.find(sought()).block()).isInstanceOf(SourceAnswer.Denied.class);
    }
}
