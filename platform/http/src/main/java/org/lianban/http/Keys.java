package org.lianban.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.springframework.http.HttpHeaders;

/** {@code Idempotency-Key}: what makes a repeated command harmless; 1 to 128 visible ASCII characters. */
public final class Keys {
    public static final String HEADER = "Idempotency-Key";
    static final int LONGEST = 128;

    private Keys() {}

    /**
     * The key, or null where none was sent.
     *
     * @throws Problem 422 for a key that is none
     */
    public static @Nullable String of(HttpHeaders headers) {
        return checked(headers.getFirst(HEADER));
    }

    /** @throws Problem 422 also where there is none */
    public static String required(HttpHeaders headers) {
        String key = of(headers);
        if (key == null) {
            throw Problem.unprocessable(List.of(FaultCode.MISSING.at(HEADER, "请求头 " + HEADER)));
        }
        return key;
    }

    /** @throws Problem 422 for a key that is none */
    public static @Nullable String checked(@Nullable String key) {
        if (key != null
                && (key.isEmpty() || key.length() > LONGEST || key.chars().anyMatch(c -> c <= ' ' || c > '~'))) {
            Fault fault = FaultCode.MALFORMED.at(HEADER, HEADER + " ", " 1 至 " + LONGEST + " 个可见 ASCII 字符");
            throw Problem.unprocessable(List.of(fault));
        }
        return key;
    }
}
