package org.lianban.department.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A configuration as an operator sends it; what is left out takes the default. */
public record ChannelRequest(@Nullable String mode, @Nullable String url, @Nullable String secretName,
        @Nullable Integer batch, @Nullable Integer ratePerSecond, @Nullable Integer concurrency,
        @Nullable Integer timeoutMillis, @Nullable String signature) {
    private static final Pattern SECRET = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int MAX_URL = 500;

    /** @param pointer JSON pointer into the request */
    public record Fault(String pointer, String code, String message) {}

    /** What this place allows. */
    public record Place(boolean allowPlainHttp, Predicate<String> knownSecret) {}

    /** Every fault at once; empty: {@link #channel} may be called. */
    public List<Fault> faults(Place place) {
        List<Fault> faults = new ArrayList<>();
        boolean push = false;
        if (mode != null) {
            try {
                push = Channel.Mode.valueOf(mode) == Channel.Mode.PUSH;
            } catch (IllegalArgumentException unknown) {
                faults.add(new Fault("/mode", "UNKNOWN_MODE", "接入方式须为 PUSH、PULL 或 MANUAL"));
            }
        }
        if (push || url != null) {
            url(place, faults);
        }
        if (push || secretName != null) {
            secret(place, faults);
        }
        if (signature != null
                && Arrays.stream(Channel.Signature.values()).map(Enum::name).noneMatch(signature::equals)) {
            faults.add(new Fault("/signature", "UNKNOWN_SIGNATURE", "签名算法须为 HMAC_SHA256 或 HMAC_SM3"));
        }
        range(faults, "batch", batch, 1, 500);
        range(faults, "ratePerSecond", ratePerSecond, 1, 1_000);
        range(faults, "concurrency", concurrency, 1, 16);
        range(faults, "timeoutMillis", timeoutMillis, 100, 60_000);
        return faults;
    }

    private void url(Place place, List<Fault> faults) {
        if (url == null || url.isBlank()) {
            faults.add(new Fault("/url", "URL_MISSING", "推送方式须填写接收地址"));
            return;
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http");
            if (url.length() > MAX_URL || !http && !scheme.equals("https") || uri.getHost() == null
                    || uri.getUserInfo() != null || uri.getFragment() != null) {
                faults.add(new Fault("/url", "BAD_URL", "接收地址须为 http 或 https，不含账号和片段，最长 500 个字符"));
            } else if (http && !place.allowPlainHttp() && !loopback(uri.getHost())) {
                faults.add(new Fault("/url", "PLAIN_HTTP", "非本机地址须使用 https"));
            }
        } catch (URISyntaxException unreadable) {
            faults.add(new Fault("/url", "BAD_URL", "接收地址无法识别"));
        }
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private void secret(Place place, List<Fault> faults) {
        if (secretName == null || !SECRET.matcher(secretName).matches()) {
            faults.add(new Fault("/secretName", "SECRET_MISSING", "须填写签名密钥的名称（小写字母、数字和连字符），不得填写密钥本身"));
        } else if (!place.knownSecret().test(secretName)) {
            faults.add(new Fault("/secretName", "UNKNOWN_SECRET", "运行环境中没有此名称的密钥"));
        }
    }

    private static void range(List<Fault> faults, String field, @Nullable Integer value, int min, int max) {
        if (value != null && (value < min || value > max)) {
            faults.add(new Fault("/" + field, "OUT_OF_RANGE", field + " 须在 " + min + " 至 " + max + " 之间"));
        }
    }

    /** Call only without {@link #faults}. */
    public Channel channel() {
        Channel d = Channel.DEFAULT;
        return new Channel(mode == null ? d.mode() : Channel.Mode.valueOf(mode), url, secretName,
                Objects.requireNonNullElse(batch, d.batch()),
                Objects.requireNonNullElse(ratePerSecond, d.ratePerSecond()),
                Objects.requireNonNullElse(concurrency, d.concurrency()),
                Objects.requireNonNullElse(timeoutMillis, d.timeoutMillis()),
                signature == null ? d.signature() : Channel.Signature.valueOf(signature));
    }
}
