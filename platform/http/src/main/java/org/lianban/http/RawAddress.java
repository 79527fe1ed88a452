package org.lianban.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/**
 * Takes addresses that contain Chinese text as it is ({@code ?q=新生儿} from curl): what is no address yet is escaped
 * before anything parses it, which would otherwise be refused without a word. What cannot be read as a request at all is
 * answered here, as any other refusal.
 */
@Sharable
public final class RawAddress extends ChannelInboundHandlerAdapter {
    private static final String HEX = "0123456789ABCDEF";

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            if (request.decoderResult().isFailure()) {
                ReferenceCountUtil.release(message);
                context.writeAndFlush(refusal(request.decoderResult().cause()))
                        .addListener(ChannelFutureListener.CLOSE);
                return;
            }
            String escaped = escape(request.uri());
            if (escaped != request.uri()) {
                request.setUri(escaped);
            }
        }
        context.fireChannelRead(message);
    }

    private static FullHttpResponse refusal(Throwable unreadable) {
        HttpResponseStatus status = switch (unreadable) {
            case TooLongHttpLineException line -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException header -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> HttpResponseStatus.BAD_REQUEST;
        };
        byte[] body = """
                {"type":"about:blank","title":"请求无法识别","status":%d,"detail":"请求行或请求头无法识别或过长",\
                "instance":"/","code":"BAD_REQUEST","faults":[]}""".formatted(status.code())
                .getBytes(StandardCharsets.UTF_8);
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status,
                Unpooled.wrappedBuffer(body));
        answer.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }

    /** The codec has read each byte as one character. */
    static String escape(String address) {
        int at = 0;
        while (at < address.length() && plain(address, at)) {
            at++;
        }
        if (at == address.length()) {
            return address;
        }
        StringBuilder escaped = new StringBuilder(address.length() + 32).append(address, 0, at);
        for (; at < address.length(); at++) {
            char c = address.charAt(at);
            if (plain(address, at)) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        return escaped.toString();
    }

    private static boolean plain(String address, int at) {
        char c = address.charAt(at);
        return c == '%'
                ? at + 2 < address.length() && hex(address.charAt(at + 1)) && hex(address.charAt(at + 2))
                : c > ' ' && c < 0x7F && "\"<>\\^`{|}[]#".indexOf(c) < 0;
    }

    private static boolean hex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x7F;
    }
}
