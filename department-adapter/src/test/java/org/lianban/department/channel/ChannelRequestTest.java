package org.lianban.department.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChannelRequestTest {
    private static final ChannelRequest.Place STRICT = new ChannelRequest.Place(false, "gongan"::equals);

    @Test
    void shouldNameEveryFaultAtOnce() {
        ChannelRequest bad = new ChannelRequest("PUSH", "http://example.com/in", "missing", 0, 1_001, 17, 99, "MD5");
        assertThat(bad.faults(STRICT)).extracting(ChannelRequest.Fault::code).containsExactly("PLAIN_HTTP",
                "UNKNOWN_SECRET", "UNKNOWN_SIGNATURE", "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE");
        assertThat(new ChannelRequest("FAX", "ftp://x", null, null, null, null, null, null).faults(STRICT))
                .extracting(ChannelRequest.Fault::pointer).containsExactly("/mode", "/url");
        assertThat(new ChannelRequest("PUSH", null, null, null, null, null, null, null).faults(STRICT))
                .extracting(ChannelRequest.Fault::code).containsExactly("URL_MISSING", "SECRET_MISSING");
    }

    @Test
    void shouldFillInWhatIsLeftOut() {
        ChannelRequest request = new ChannelRequest("PUSH", "http://127.0.0.1:9/in", "gongan", 7, null, null, null,
                "HMAC_SM3");
        assertThat(request.faults(STRICT)).isEmpty();
        assertThat(request.channel()).isEqualTo(
                new Channel(Channel.Mode.PUSH, "http://127.0.0.1:9/in", "gongan", 7, 50, 2, 5_000,
                        Channel.Signature.HMAC_SM3));
        assertThat(new ChannelRequest(null, null, null, null, null, null, null, null).channel())
                .isEqualTo(Channel.DEFAULT);
    }
}
