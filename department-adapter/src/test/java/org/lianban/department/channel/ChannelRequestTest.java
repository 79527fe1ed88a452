package org.lianban.department.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.command.Fault;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import tools.jackson.databind.json.JsonMapper;

class ChannelRequestTest {
    private static final ChannelRequest.Place STRICT = new ChannelRequest.Place(false, "gongan"::equals);

    /** What is wrong with it, in the one pass and, where that found nothing, in the second. */
    private static List<String> faults(String body) {
        return switch (Forms.read(JsonMapper.shared().readTree(body), ChannelRequest.class)) {
            case Form.Faulty<ChannelRequest> faulty -> codes(faulty.faults());
            case Form.Whole<ChannelRequest> whole -> codes(whole.value().faults(STRICT));
        };
    }

    private static List<String> codes(List<Fault> faults) {
        return faults.stream().map(f -> f.pointer() + " " + f.code()).toList();
    }

    @Test
    void shouldNameEveryFaultAtOnce() {
        assertThat(faults("""
                {"mode":"FAX","url":7,"secretName":"Ä","batch":0,"ratePerSecond":1001,"concurrency":17,
                 "timeoutMillis":99,"signature":"MD5","fax":1}""")).containsExactlyInAnyOrder("/fax UNKNOWN_FIELD",
                "/mode UNKNOWN", "/url WRONG_TYPE", "/secretName MALFORMED", "/batch OUT_OF_RANGE",
                "/ratePerSecond OUT_OF_RANGE", "/concurrency OUT_OF_RANGE", "/timeoutMillis OUT_OF_RANGE",
                "/signature UNKNOWN");
        assertThat(faults("{\"mode\":\"PUSH\",\"url\":\"http://example.com/in\",\"secretName\":\"missing\"}"))
                .containsExactly("/url PLAIN_HTTP", "/secretName UNKNOWN_SECRET");
        assertThat(faults("{\"url\":\"ftp://x\"}")).containsExactly("/url BAD_URL");
        assertThat(faults("{\"mode\":\"PUSH\"}")).containsExactly("/url URL_MISSING", "/secretName SECRET_MISSING");
    }

    @Test
    void shouldFillInWhatIsLeftOut() {
        ChannelRequest request = new ChannelRequest(Channel.Mode.PUSH, "http://127.0.0.1:9/in", "gongan", 7, null,
                null, null, Channel.Signature.HMAC_SM3);
        assertThat(request.faults(STRICT)).isEmpty();
        assertThat(request.channel()).isEqualTo(
                new Channel(Channel.Mode.PUSH, "http://127.0.0.1:9/in", "gongan", 7, 50, 2, 5_000,
                        Channel.Signature.HMAC_SM3));
        assertThat(new ChannelRequest(null, null, null, null, null, null, null, null).channel())
                .isEqualTo(Channel.DEFAULT);
    }
}
