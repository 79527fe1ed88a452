package org.lianban.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * 签名: {@code Lianban-Signature: t=<epoch seconds>,v1=<hex>}, where v1 is HMAC-SHA-256 over {@code t.body}; or
 * {@code sm3=<hex>} instead of v1, where HMAC-SM3 is wanted (GB/T 32905, GB/T 15852.2). The receiver refuses what is
 * older than a few minutes, so that a recorded call cannot be played again.
 */
public final class Signatures {
    public static final String HEADER = "Lianban-Signature";

    private Signatures() {}

    public static String sha256(String secret, Instant at, byte[] body) {
        return "t=" + at.getEpochSecond() + ",v1=" + hex(secret, at, body, new SHA256Digest());
    }

    public static String sm3(String secret, Instant at, byte[] body) {
        return "t=" + at.getEpochSecond() + ",sm3=" + hex(secret, at, body, new SM3Digest());
    }

    private static String hex(String secret, Instant at, byte[] body, Digest digest) {
        byte[] time = (at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), digest, time, body));
    }

    static byte[] hmac(byte[] key, Digest digest, byte[]... parts) {
        HMac mac = new HMac(digest);
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
