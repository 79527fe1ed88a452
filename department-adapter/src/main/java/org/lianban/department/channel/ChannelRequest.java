package org.lianban.department.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.form.Field;
import org.lianban.text.TextKind;

/** A configuration as an operator sends it; what is left out takes the default. */
public record ChannelRequest(@Field(label = "接入方式", example = "PUSH") Channel.@Nullable Mode mode,
        @Field(label = "接收地址", max = 500, example = "https://gongan.example.gov.cn/lianban") @Nullable String url,
        @Field(label = "签名密钥名称", kind = TextKind.CODE, max = 63, pattern = "[a-z0-9][a-z0-9-]*",
                form = "小写字母、数字和连字符（不得填写密钥本身）", example = "gongan") @Nullable String secretName,
        @Field(label = "每次推送件数", min = 1, max = 500, example = "50") @Nullable Integer batch,
        @Field(label = "每秒推送次数", min = 1, max = 1_000, example = "50") @Nullable Integer ratePerSecond,
        @Field(label = "并发推送数", min = 1, max = 16, example = "2") @Nullable Integer concurrency,
        @Field(label = "超时毫秒数", min = 100, max = 60_000, example = "5000") @Nullable Integer timeoutMillis,
        @Field(label = "签名算法", example = "HMAC_SM3") Channel.@Nullable Signature signature) {

    /** What this place allows. */
    public record Place(boolean allowPlainHttp, Predicate<String> knownSecret) {}

    /** What each field by itself cannot tell. Every fault at once; empty: {@link #channel} may be called. */
    public List<Fault> faults(Place place) {
        List<Fault> faults = new ArrayList<>();
        boolean push = mode != null && mode.calling();
        if (url != null) {
            url(url, place, faults);
        } else if (push) {
            faults.add(new Fault("/url", "URL_MISSING", "推送方式须填写接收地址"));
        }
        if (secretName == null && push) {
            faults.add(new Fault("/secretName", "SECRET_MISSING", "须填写签名密钥的名称，不得填写密钥本身"));
        } else if (secretName != null && !place.knownSecret().test(secretName)) {
            faults.add(new Fault("/secretName", "UNKNOWN_SECRET", "运行环境中没有此名称的密钥"));
        }
        return faults;
    }

    private static void url(String url, Place place, List<Fault> faults) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http");
            if (!http && !scheme.equals("https") || uri.getHost() == null || uri.getUserInfo() != null
                    || uri.getFragment() != null) {
                faults.add(new Fault("/url", "BAD_URL", "接收地址须为 http 或 https，不含账号和片段"));
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

    /** Call only without {@link #faults}. */
    public Channel channel() {
        Channel d = Channel.DEFAULT;
        return new Channel(Objects.requireNonNullElse(mode, d.mode()), url, secretName,
                Objects.requireNonNullElse(batch, d.batch()),
                Objects.requireNonNullElse(ratePerSecond, d.ratePerSecond()),
                Objects.requireNonNullElse(concurrency, d.concurrency()),
                Objects.requireNonNullElse(timeoutMillis, d.timeoutMillis()),
                Objects.requireNonNullElse(signature, d.signature()));
    }
}
