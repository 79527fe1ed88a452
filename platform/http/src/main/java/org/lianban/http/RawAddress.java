package org.lianban.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Takes addresses that contain Chinese text as it is ({@code ?q=新生儿} from curl): the bytes beyond ASCII are escaped
 * before anything parses the address, which would otherwise be refused without a word.
 */
@Sharable
public final class RawAddress extends ChannelInboundHandlerAdapter {
    private static final String HEX = "0123456789ABCDEF";

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            String escaped = escape(request.uri());
            if (escaped != request.uri()) {
                request.setUri(escaped);
            }
        }
        context.fireChannelRead(message);
    }

    /** The codec has read each byte as one character. */
    static String escape(String address) {
        int at = 0;
        while (at < address.length() && plain(address.charAt(at))) {
            at++;
        }
        if (at == address.length()) {
            return address;
        }
        StringBuilder escaped = new StringBuilder(address.length() + 32).append(address, 0, at);
        for (; at < address.length(); at++) {
            char c = address.charAt(at);
            if (plain(c)) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        return escaped.toString();
    }

    private static boolean plain(char c) {
        return c < 0x80 && c != '"' && c != '<' && c != '>' && c != '\\' && c != '^' && c != '`' && c != '{' && c != '|'
                && c != '}';
    }
}
