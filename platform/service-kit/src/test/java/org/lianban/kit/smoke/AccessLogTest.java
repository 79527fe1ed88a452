package org.lianban.kit.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.kit.access.Access;
import org.lianban.kit.access.AccessLog;
import org.lianban.servers.tests.CapturedLog;
import org.springframework.boot.SpringApplication;
import reactor.core.publisher.Flux;

@ExtendWith(Smoke.Services.class)
class AccessLogTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Actor CLERK = new Actor(Actor.Role.WINDOW_CLERK, "clerk-7", "agent-3", "410721-zh01");

    @TempDir
    Path folder;

    private final AccessLog log = Smoke.ONE.context.getBean(AccessLog.class);

    @Test
    void shouldNotCutACharacterOfAPurposeInHalf() {
        log.record(CLERK, List.of("A9"), "查" + "𠮷".repeat(200), List.of("form")).block(SOON);

        assertThat(log.find("A9", null, null).block(SOON)).extracting(Access::purpose)
                .containsExactly("查" + "𠮷".repeat(198) + "…");
    }

    @Test
    void shouldKeepWhoReadWhatAndWhatFor() {
        log.record(CLERK, List.of("A1", "A2"), "收件审查", List.of("applicant", "form")).block(SOON);

        for (String caseNo : List.of("A1", "A2")) {
            assertThat(log.find(caseNo, null, null).block(SOON)).singleElement()
                    .extracting(Access::role, Access::actor, Access::onBehalfOf, Access::window, Access::cases,
                            Access::purpose, Access::fields)
                    .containsExactly(Actor.Role.WINDOW_CLERK, "clerk-7", "agent-3", "410721-zh01", List.of("A1", "A2"),
                            "收件审查", List.of("applicant", "form"));
        }
        assertThat(log.find("A3", null, null).block(SOON)).isEmpty();
        assertThat(log.find(null, "clerk-7", Instant.EPOCH).block(SOON)).isEmpty();
    }

    @Test
    void shouldKeepEntriesThatComeTogether() {
        Flux.range(0, 300).flatMap(i -> log.record(Actor.system("test"), "B" + i, "检验", List.of()), 300)
                .blockLast(SOON);

        assertThat(log.find("B299", null, null).block(SOON)).hasSize(1);
        assertThat(log.find(null, "test", null).block(SOON)).hasSize(AccessLog.PAGE);
    }

    @Test
    void shouldRefuseAnAccessOfNobodysData() {
        assertThatThrownBy(() -> log.record(CLERK, List.of(), "收件审查", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldAnswerAuditorsOnly() throws Exception {
        log.record(CLERK, "C1", "收件审查", List.of("form")).block(SOON);

        assertThat(Smoke.ONE.get("/api/access-log?caseNo=C1").statusCode()).isEqualTo(403);
        assertThat(Smoke.ONE.get("/api/access-log?caseNo=C1", Actors.ROLE_HEADER, "AUDITOR").body())
                .contains("clerk-7").contains("收件审查");
        assertThat(Smoke.ONE.get("/api/access-log?before=gestern", Actors.ROLE_HEADER, "AUDITOR").statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldNotStartOnADatabaseThatOtherKeysSealed() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "k1:00112233445566778899aabbccddeeff");

        try (CapturedLog log = CapturedLog.of(SpringApplication.class)) {
            assertThatThrownBy(() -> Smoke.again("smoke", "--lianban.security.data-key-file=" + other))
                    .hasStackTraceContaining("sealed with data keys [k1]");
            assertThat(log.errors()).containsExactly("Application run failed");
        }
    }
}
