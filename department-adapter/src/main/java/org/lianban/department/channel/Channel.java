package org.lianban.department.channel;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * 接入方式 of one department. The contract is the same in all modes; only who calls differs.
 *
 * @param url with PUSH: where deliveries are posted to
 * @param secretName with PUSH: name of the secret that signs, never the secret
 * @param batch deliveries per push call, 1 to 500
 * @param ratePerSecond push calls, 1 to 1,000
 * @param concurrency push calls at a time, 1 to 16
 * @param timeoutMillis of a push call, 100 to 60,000
 * @param signature with PUSH: how calls are signed
 */
public record Channel(Mode mode, @Nullable String url, @Nullable String secretName, int batch, int ratePerSecond,
        int concurrency, int timeoutMillis, Signature signature) {
    public static final Channel DEFAULT = new Channel(Mode.PULL, null, null, 50, 50, 2, 5_000, Signature.HMAC_SHA256);

    /** 签名算法. */
    public enum Signature {
        HMAC_SHA256,
        /** SM3 (GB/T 32905), where commercial cryptography is required. */
        HMAC_SM3
    }

    /** What is particular about a mode stands here; who calls whom is a lane of its own. */
    public enum Mode {
        /** We call the department. */
        PUSH,
        /** The department's system asks us. */
        PULL,
        /** 未完成系统对接: officers work at the desk (附件3 三(三)). */
        MANUAL;

        /** Whether we call, so that the desk is in use only while calls fail. */
        public boolean calling() {
            return this == PUSH;
        }

        /** Whether nobody's system takes the tasks, so that the lead is told of them. */
        public boolean byHand() {
            return this == MANUAL;
        }

        public static List<String> names(Predicate<Mode> which) {
            return Arrays.stream(values()).filter(which).map(Mode::name).toList();
        }
    }

    public Duration timeout() {
        return Duration.ofMillis(timeoutMillis);
    }
}
