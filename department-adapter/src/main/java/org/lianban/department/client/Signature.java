package org.lianban.department.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lianban.department.channel.Channel;

/**
 * Signs a push: {@code Lianban-Signature: t=<epoch seconds>,v1=<hex>}, where v1 is HMAC-SHA-256 over {@code t.body}; or
 * {@code sm3=<hex>} instead of v1, where the department wants HMAC-SM3 (GB/T 32905, GB/T 15852.2). The
 * receiver refuses what is older than a few minutes, so that a recorded call cannot be played again.
 */
final class Signature {
    static final String HEADER = "Lianban-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(Channel.Signature how, String secret, Instant at, byte[] body) {
        return switch (how) {
            case HMAC_SHA256 -> of(secret, at, body);
            case HMAC_SM3 -> sm3(secret, at, body);
        };
    }

    private static String sm3(String secret, Instant at, byte[] body) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(secret.getBytes(StandardCharsets.UTF_8)));
        byte[] time = (at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        mac.update(time, 0, time.length);
        mac.update(body, 0, body.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return "t=" + at.getEpochSecond() + ",sm3=" + HexFormat.of().formatHex(out);
    }

    static String of(String secret, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
