package org.lianban.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The digest of GB/T 32905-2016, written as {@code sm3:} and 64 hex digits. */
public final class Sm3 {
    private static final int BUFFER = 64 * 1024;

    private Sm3() {}

    public static String digest(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        return text(digest);
    }

    /** Reads to the end in pieces of 64 KiB; leaves closing to the caller. */
    public static String digest(InputStream content) throws IOException {
        SM3Digest digest = new SM3Digest();
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return text(digest);
    }

    private static String text(SM3Digest digest) {
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return "sm3:" + HexFormat.of().formatHex(value);
    }
}
