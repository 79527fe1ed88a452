package org.lianban.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawAddressTest {
    /** As the codec reads what a client sent in UTF-8. */
    private static String asRead(String sent) {
        return new String(sent.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void shouldEscapeWhatIsNotAnAddressYet() {
        assertThat(RawAddress.escape(asRead("/api/one-things?q=新生儿&region=410721")))
                .isEqualTo("/api/one-things?q=%E6%96%B0%E7%94%9F%E5%84%BF&region=410721");
        assertThat(URI.create(RawAddress.escape(asRead("/a?q={\"出生\"}"))).getQuery()).isEqualTo("q={\"出生\"}");
    }

    @Test
    void shouldLeaveAProperAddressAlone() {
        String address = "/api/one-things?q=%E6%96%B0&at=2026-11-21T00:00:00+08:00";
        assertThat(RawAddress.escape(address)).isSameAs(address);
    }

    @Test
    void shouldMendTheRequestOnItsWay() {
        EmbeddedChannel channel = new EmbeddedChannel(new RawAddress());
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, asRead("/?q=退休")));
        HttpRequest seen = channel.readInbound();
        assertThat(seen.uri()).isEqualTo("/?q=%E9%80%80%E4%BC%91");
    }

    @Test
    void shouldTakeAStrayPercentSignForItself() {
        assertThat(RawAddress.escape("/a?q=100%&r=%zz&s=%4")).isEqualTo("/a?q=100%25&r=%25zz&s=%254");
        assertThat(RawAddress.escape("/a[0]#b")).isEqualTo("/a%5B0%5D%23b");
    }

    @Test
    void shouldAnswerWhatIsNoRequest() {
        EmbeddedChannel channel = new EmbeddedChannel(new RawAddress());
        HttpRequest broken = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        broken.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a NUL")));
        channel.writeInbound(broken);
        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.status().code()).isEqualTo(400);
        assertThat(answer.content().toString(StandardCharsets.UTF_8)).contains("\"code\":\"BAD_REQUEST\"");
        answer.release();
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.<Object>readInbound()).isNull();
    }
}
