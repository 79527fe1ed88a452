package org.lianban.intake.province.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.intake.Fixtures;
import org.lianban.messaging.RawRecord;

class ProvinceMessageTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static Optional<ProvinceMessage> read(String value, Map<String, String> headers, boolean receive) {
        return ProvinceMessage.read(new RawRecord("province.applications.v1", 0, 1, null, headers,
                value.getBytes(StandardCharsets.UTF_8)), receive, NOW);
    }

    @Test
    void shouldReceiveOnlyWhereThePlaceSaysSo() {
        String value = Fixtures.application().put("provinceNo", "P1").put("receive", true).toString();
        assertThat(Objects.requireNonNull(read(value, Map.of(), true).orElseThrow().command()).filing().receive())
                .isTrue();
        assertThat(Objects.requireNonNull(read(value, Map.of(), false).orElseThrow().command()).filing().receive())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "{\"provinceNo\":{}}", "{\"provinceNo\":\" \"}",
            "{\"provinceNo\":\"\\u0001\"}"})
    void shouldFindNoAddressInRubbish(String value) {
        assertThat(read(value, Map.of(), true)).isEmpty();
        assertThat(read(value, Map.of("ce_id", " "), true)).isEmpty();
        assertThat(read(value, Map.of("ce_id", "m1"), true)).hasValueSatisfying(m -> {
            assertThat(m.subject()).isEqualTo("m1");
            assertThat(m.faults()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T08:00:00+08:00, 2026-03-02T00:00:00Z", "2026-03-02T09:00:01+08:00,",
            "2026-01-01T00:00:00Z,"})
    void shouldTakeTheProvincesTimeOnlyWhereItCanBe(String submitted, Instant handedIn) {
        String value = Fixtures.application().put("provinceNo", "P1").put("submittedAt", submitted).toString();
        assertThat(Objects.requireNonNull(read(value, Map.of(), true).orElseThrow().command()).handedInAt())
                .isEqualTo(handedIn);
    }

    @Test
    void shouldTakeTheSameContentInAnotherOrderAsTheSame() {
        String one = read("{\"provinceNo\":\"P1\",\"form\":{\"a\":[1,\"x\"],\"b\":null}}", Map.of(), true).orElseThrow()
                .content();
        assertThat(read("{\"form\":{\"b\":null,\"a\":[1, \"x\"]}, \"provinceNo\":\"P1\"}", Map.of(), true)
                .orElseThrow().content()).isEqualTo(one);
        assertThat(read("{\"provinceNo\":\"P1\",\"form\":{\"a\":[\"x\",1],\"b\":null}}", Map.of(), true).orElseThrow()
                .content()).isNotEqualTo(one);
    }
}
