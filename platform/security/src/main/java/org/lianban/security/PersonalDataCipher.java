package org.lianban.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * 个人信息加密存储: SM4 (GB/T 32907) in Galois/Counter mode, a fresh nonce each time. Sealed text is
 * {@code sm4:<key id>:<base64 of nonce, cipher text and tag>}; changed text does not open.
 */
public final class PersonalDataCipher {
    private static final String PREFIX = "sm4:";
    /** Keeps indexes apart from whatever else a key may be used for. */
    private static final String INDEX = "lianban index\n";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final DataKeys keys;
    private final SecureRandom random = new SecureRandom();

    public PersonalDataCipher(DataKeys keys) {
        this.keys = keys;
    }

    public String seal(String plain) {
        String id = keys.sealing();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = run(true, id, nonce, plain.getBytes(StandardCharsets.UTF_8));
            return PREFIX + id + ":" + Base64.getEncoder().encodeToString(
                    ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("Sealing failed", impossible);
        }
    }

    /**
     * Text that was stored before it was sealed comes back as it is.
     *
     * @throws IllegalStateException for text that was changed, or sealed with a key that is not there
     */
    public String open(String stored) {
        if (!stored.startsWith(PREFIX)) {
            return stored;
        }
        int end = stored.indexOf(':', PREFIX.length());
        if (end < 0) {
            throw new IllegalStateException("Sealed text without a key id");
        }
        String id = stored.substring(PREFIX.length(), end);
        try {
            ByteBuffer sealed = ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(end + 1)));
            byte[] nonce = new byte[NONCE];
            sealed.get(nonce);
            byte[] rest = new byte[sealed.remaining()];
            sealed.get(rest);
            return new String(run(false, id, nonce, rest), StandardCharsets.UTF_8);
        } catch (InvalidCipherTextException | IllegalArgumentException | java.nio.BufferUnderflowException changed) {
            throw new IllegalStateException("Text sealed with key " + id + " was changed", changed);
        }
    }

    /**
     * 盲索引: finds what was sealed again without opening it (HMAC-SM3). One per key, the key that seals now first: write
     * the first, look for any.
     */
    public List<String> indexes(String plain) {
        byte[] text = (INDEX + plain).getBytes(StandardCharsets.UTF_8);
        return keys.ids().stream().map(id -> id + ":" + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Signatures.hmac(keys.key(id), new SM3Digest(), text))).toList();
    }

    private byte[] run(boolean sealing, String id, byte[] nonce, byte[] text) throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(new KeyParameter(keys.key(id)), TAG_BITS, nonce,
                id.getBytes(StandardCharsets.UTF_8)));
        byte[] out = new byte[cipher.getOutputSize(text.length)];
        int written = cipher.processBytes(text, 0, text.length, out, 0);
        cipher.doFinal(out, written);
        return out;
    }
}
