package org.lianban.intake.materials.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.StreamCipher;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.io.CipherInputStream;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.lianban.security.PersonalDataCipher;

/**
 * 材料文件加密: every file under a key of its own, SM4 (GB/T 32907) in counter mode, and that key sealed in the file's first
 * line. The name of a file is the digest of its plain content, which therefore tells every change. A file that does not
 * begin so was stored before files were sealed.
 */
public final class FileSeal {
    private static final byte[] MARK = "LBM1 ".getBytes(StandardCharsets.US_ASCII);
    private static final int BLOCK = 16;
    /** Of the first line, mark included. */
    private static final int MAX_LINE = 512;

    private final PersonalDataCipher cipher;
    private final SecureRandom random = new SecureRandom();

    FileSeal(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    /** Writes the first line and returns what the content goes through. */
    StreamCipher begin(FileChannel file) throws IOException {
        byte[] key = new byte[BLOCK];
        random.nextBytes(key);
        byte[] sealed = (cipher.seal(HexFormat.of().formatHex(key)) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer line = ByteBuffer.allocate(MARK.length + sealed.length).put(MARK).put(sealed).flip();
        while (line.hasRemaining()) {
            file.write(line);
        }
        return stream(true, key);
    }

    /** The plain content, decrypted as it is read. */
    InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            byte[] mark = raw.readNBytes(MARK.length);
            if (!Arrays.equals(mark, MARK)) {
                raw.close();
                return Files.newInputStream(file);
            }
            byte[] key = HexFormat.of().parseHex(cipher.open(line(raw)));
            return new CipherInputStream(raw, stream(false, key));
        } catch (IOException | RuntimeException broken) {
            raw.close();
            throw broken;
        }
    }

    private static String line(InputStream raw) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = raw.read(); next != '\n'; next = raw.read()) {
            if (next < 0 || line.length() > MAX_LINE) {
                throw new IOException("Expected the sealed key of a file to end, but it does not");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /** A key is used for one file only, so that the counter may begin at zero. */
    private static StreamCipher stream(boolean sealing, byte[] key) {
        StreamCipher counter = (StreamCipher) SICBlockCipher.newInstance(new SM4Engine());
        counter.init(sealing, new ParametersWithIV(new KeyParameter(key), new byte[BLOCK]));
        return counter;
    }
}
