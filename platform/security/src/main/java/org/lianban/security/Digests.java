package org.lianban.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** 摘要: SHA-256, and SM3 (GB/T 32905-2016), written as {@code sha256:} or {@code sm3:} and 64 hex digits. */
public final class Digests {
    private static final int BUFFER = 64 * 1024;
    private static final HexFormat HEX = HexFormat.of();

    private Digests() {}

    /** For what comes in pieces. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    public static String sha256(byte[] content) {
        return "sha256:" + sha256Hex(content);
    }

    /** Of its UTF-8. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The 64 hex digits alone. */
    public static String sha256Hex(byte[] content) {
        return HEX.formatHex(sha256().digest(content));
    }

    /** The 43 characters of base64url, without padding, of the text's UTF-8: short, and safe in an address. */
    public static String sha256Base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static String sm3(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        return sm3(digest);
    }

    /** Of its UTF-8. */
    public static String sm3(String text) {
        return sm3(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads to the end in pieces of 64 KiB; leaves closing to the caller. */
    public static String sm3(InputStream content) throws IOException {
        SM3Digest digest = new SM3Digest();
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return sm3(digest);
    }

    private static String sm3(SM3Digest digest) {
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return "sm3:" + HEX.formatHex(value);
    }
}
