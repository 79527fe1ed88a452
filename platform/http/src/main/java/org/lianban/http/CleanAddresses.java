package org.lianban.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.text.Unclean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what is not clean in an address, a query parameter or a header that we read, before any controller: no text
 * that the database, JSON or a log cannot hold comes further than here.
 */
public final class CleanAddresses implements WebFilter, Ordered {
    private static final int LONGEST_PARAMETER = 2000;
    private static final Set<String> READ = Set.of("traceparent", "if-none-match", "if-match", "last-event-id",
            "accept-language", "content-disposition");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Faults faults = new Faults();
        ServerHttpRequest request = exchange.getRequest();
        look(request.getURI().getRawPath(), "", "地址", faults);
        String query = request.getURI().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                parameter(pair, faults);
            }
        }
        request.getHeaders().forEach((name, values) -> values.forEach(value -> header(name, value, faults)));
        accept(request.getHeaders(), faults);
        return faults.none() ? chain.filter(exchange) : Mono.error(Problem.badRequest(faults.list()));
    }

    /** Read wherever an answer is written, also that of a refusal. */
    private static void accept(HttpHeaders headers, Faults faults) {
        try {
            headers.getAccept();
        } catch (InvalidMediaTypeException none) {
            faults.add(HttpHeaders.ACCEPT, FaultCode.MALFORMED, HttpHeaders.ACCEPT + " ", "内容类型的列表");
        }
    }

    private static void parameter(String pair, Faults faults) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String pointer = "?" + Faults.step(readable(name)).substring(1);
        int before = faults.count();
        look(name.replace('+', ' '), pointer, "参数名", faults);
        if (equals >= 0 && faults.count() == before) {
            if (pair.length() > LONGEST_PARAMETER * 9) {
                faults.add(pointer, FaultCode.TOO_LONG, "参数", LONGEST_PARAMETER, pair.length() - equals);
            } else {
                look(pair.substring(equals + 1).replace('+', ' '), pointer, "参数", faults);
            }
        }
    }

    private static void header(String name, String value, Faults faults) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("lianban-") && !READ.contains(lower)) {
            return;
        }
        unclean(text(value), name, name, true, faults);
    }

    /** A header as text: the codec has read each byte as one character. Null where the bytes are no UTF-8. */
    static @Nullable String text(String header) {
        return header.chars().allMatch(c -> c < 0x80) || header.chars().anyMatch(c -> c > 0xFF)
                ? header
                : utf8(header.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void look(String escaped, String pointer, String label, Faults faults) {
        unclean(escaped.indexOf('%') < 0 ? escaped : utf8(unescaped(escaped)), pointer, label, false, faults);
    }

    /** @param line whether it has to be one line */
    private static void unclean(@Nullable String text, String pointer, String label, boolean line, Faults faults) {
        if (text == null) {
            faults.add(FaultCode.UNCLEAN.at(pointer, label, "不是 UTF-8 编码的字节，请按 UTF-8 编码"));
        } else if (line) {
            text.codePoints().filter(c -> Unclean.isUnclean(c) && c != '\t').findFirst()
                    .ifPresent(c -> faults.add(pointer, FaultCode.UNCLEAN, label, Unclean.reason(c)));
        } else {
            Unclean.first(text).ifPresent(c -> faults.add(pointer, FaultCode.UNCLEAN, label, Unclean.reason(c)));
        }
    }

    private static String readable(String name) {
        String text = name.indexOf('%') < 0 ? name : utf8(unescaped(name));
        return text == null ? "" : text;
    }

    private static byte[] unescaped(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && hex(text.charAt(i + 1)) >= 0 && hex(text.charAt(i + 2)) >= 0) {
                bytes[length++] = (byte) (hex(text.charAt(i + 1)) << 4 | hex(text.charAt(i + 2)));
                i += 2;
            } else {
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    bytes[length++] = b;
                }
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static int hex(char c) {
        return Character.digit(c, 16);
    }

    /** Null where it is none: half characters and other bytes. */
    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }
}
