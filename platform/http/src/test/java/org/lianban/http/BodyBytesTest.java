package org.lianban.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;

class BodyBytesTest {
    private final NettyDataBufferFactory factory = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);
    private final List<ByteBuf> buffers = IntStream.range(0, 5)
            .mapToObj(i -> UnpooledByteBufAllocator.DEFAULT.buffer(10).writeBytes(new byte[10])).toList();

    private Flux<DataBuffer> body() {
        return Flux.fromIterable(buffers).map(factory::wrap);
    }

    @Test
    void shouldJoinABodyUpToItsLimit() {
        assertThat(BodyBytes.join(body(), 50).block()).hasSize(50);
        assertThat(buffers).allMatch(buffer -> buffer.refCnt() == 0);
        assertThat(BodyBytes.join(Flux.empty(), 50).blockOptional()).isEmpty();
    }

    /** The source gives back what it has not sent yet. */
    @Test
    void shouldReleaseEveryBufferOnceWhereABodyIsTooLong() {
        assertThatThrownBy(() -> BodyBytes.join(body(), 25).block()).isInstanceOf(DataBufferLimitException.class);

        assertThat(buffers).extracting(ByteBuf::refCnt).containsExactly(0, 0, 0, 1, 1);
        buffers.subList(3, 5).forEach(ByteBuf::release);
    }
}
