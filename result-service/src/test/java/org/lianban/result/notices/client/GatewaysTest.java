package org.lianban.result.notices.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.result.client.Gateway;
import org.lianban.result.client.Gateway.Answer;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.notices.licence.Licence;
import org.lianban.security.Signatures;
import reactor.core.Exceptions;
import tools.jackson.databind.json.JsonMapper;

class GatewaysTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final SmsGateway.Http.Format FORMAT = new SmsGateway.Http.Format(
            "{\"msgid\":\"${id}\",\"mobile\":\"${phone}\",\"content\":\"${text}\"}", "/code", "0", "/data/sid");
    private final Gateway gateway = new Gateway();
    private final SmsGateway.Http sms = new SmsGateway.Http(gateway.http(Duration.ofSeconds(5), NOW), FORMAT);

    @AfterEach
    void close() {
        gateway.close();
    }

    private String send(String text) {
        return sms.send("C-1", "13800138000", text).block(LIMIT);
    }

    @Test
    void shouldSendWhatTheTemplateSaysSignedAndTakeTheReceipt() {
        gateway.answering(call -> new Answer(200, "{\"code\":0,\"data\":{\"sid\":\"s-77\"}}"));

        assertThat(send("【新乡县】“户口登记”\\已受理\n")).isEqualTo("s-77");

        var call = gateway.calls().getFirst();
        var body = JsonMapper.builder().build().readTree(call.body());
        assertThat(body.path("msgid").asString()).isEqualTo("C-1");
        assertThat(body.path("mobile").asString()).isEqualTo("13800138000");
        assertThat(body.path("content").asString()).isEqualTo("【新乡县】“户口登记”\\已受理\n");
        assertThat(call.signature())
                .isEqualTo(Signatures.sha256(Gateway.SECRET, NOW, call.body().getBytes(StandardCharsets.UTF_8)))
                .startsWith("t=" + NOW.getEpochSecond() + ",v1=");
    }

    @Test
    void shouldTellWhatWillNeverBeTakenFromWhatMayPass() {
        gateway.answering(call -> new Answer(200, "{\"code\":12}"));
        assertThatThrownBy(() -> send("x")).hasMessageContaining("12").satisfies(
                e -> assertThat(Exceptions.unwrap(e)).isInstanceOf(SignedHttp.NotTaken.class));
        gateway.answering(call -> new Answer(400, ""));
        assertThatThrownBy(() -> send("x")).isInstanceOf(SignedHttp.NotTaken.class);
        for (int status : new int[]{429, 500, 503}) {
            gateway.answering(call -> new Answer(status, ""));
            assertThatThrownBy(() -> send("x")).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(String.valueOf(status));
        }
    }

    @Test
    void shouldNotWaitForAnAnswerForEver() {
        gateway.answering(call -> Answer.NEVER);
        var hasty = new SmsGateway.Http(gateway.http(Duration.ofMillis(300), NOW), FORMAT);

        assertThatThrownBy(() -> hasty.send("C-1", "1", "x").block(LIMIT)).satisfies(
                e -> assertThat(Exceptions.unwrap(e)).isInstanceOf(TimeoutException.class));
    }

    @Test
    void shouldLeaveAGatewayAloneThatIsDown() {
        gateway.answering(call -> new Answer(500, ""));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> send("x")).isInstanceOf(IllegalStateException.class);
        }

        assertThatThrownBy(() -> send("x")).isInstanceOf(CallNotPermittedException.class);
        assertThat(gateway.calls()).hasSize(5);
    }

    @Test
    void shouldKeepGoingHoweverManyMessagesAreRefused() {
        gateway.answering(call -> new Answer(400, ""));
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> send("x")).isInstanceOf(SignedHttp.NotTaken.class);
        }
    }

    private static final Licence.Order ORDER = new Licence.Order("C", "01", 7, "11100000000013338W011", "食品经营许可证",
            "开办餐饮店", "食品经营许可", "张*", "新乡县市场监管局", "410721", "新市监许〔2026〕7号", LocalDate.of(2026, 12, 2),
            LocalDate.of(2031, 12, 1));

    @Test
    void shouldTakeOverThePlatformsNumberOnlyIfItIsOne() {
        var issuer = new LicenceIssuer.Http(gateway.http(Duration.ofSeconds(5), NOW));
        var right = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";
        gateway.answering(call -> new Answer(200,
                "{\"licenceId\":\"" + right + "\",\"validUntil\":\"2030-01-31\"}"));
        var licence = issuer.issue(ORDER).block(LIMIT);
        assertThat(licence).isNotNull();
        assertThat(licence.number()).isEqualTo(right);
        assertThat(licence.validUntil()).isEqualTo("2030-01-31");
        assertThat(gateway.calls().getFirst().body()).contains("\"orderId\":\"C-01\"", "11100000000013338W011");

        gateway.answering(call -> new Answer(200, "{\"licenceId\":\"" + right.replace(".U", ".V") + "\"}"));
        assertThatThrownBy(() -> issuer.issue(ORDER).block(LIMIT)).isInstanceOf(SignedHttp.NotTaken.class);
        gateway.answering(call -> new Answer(200, "oops"));
        assertThatThrownBy(() -> issuer.issue(ORDER).block(LIMIT)).isInstanceOf(IllegalStateException.class);
    }
}
