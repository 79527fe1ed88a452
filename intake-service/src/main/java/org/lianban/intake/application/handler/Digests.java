package org.lianban.intake.application.handler;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Fingerprints of requests: whether a key comes back with the same one. */
public final class Digests {
    private Digests() {}

    /** @param operation method and path: a key used for another operation is a misuse, too */
    public static String of(String operation, byte[] content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(operation.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            return Base64.getEncoder().withoutPadding().encodeToString(sha256.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
