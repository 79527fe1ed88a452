package org.lianban.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 数据密钥: the keys of {@link PersonalDataCipher}, one {@code id:32 hex digits} a line. The first seals, all of them open,
 * so that a key is changed by putting a new one on top.
 */
public final class DataKeys {
    private static final int KEY_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, byte[]> keys;

    private DataKeys(Map<String, byte[]> keys) {
        this.keys = keys;
    }

    /** @throws IllegalArgumentException naming the line that is no key; never the key itself */
    public static DataKeys parse(String text) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(":", 2);
            if (parts.length < 2 || !parts[0].matches("[A-Za-z0-9-]{1,16}")
                    || !parts[1].matches("[0-9A-Fa-f]{" + 2 * KEY_BYTES + "}")
                    || keys.put(parts[0], HEX.parseHex(parts[1])) != null) {
                throw new IllegalArgumentException("Line " + number
                        + " of the data keys is not <id>:<32 hex digits> with an id of its own");
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is no data key");
        }
        return new DataKeys(keys);
    }

    /**
     * @param create make one key where the file is missing: for a machine that keeps file and database together
     * @throws IllegalStateException when the file is missing and must not be made
     */
    public static DataKeys read(Path file, boolean create) {
        try {
            if (!Files.exists(file)) {
                if (!create) {
                    throw new IllegalStateException("The data keys " + file
                            + " are missing. Put the file there that sealed this database, or for a new one a line"
                            + " k1:<32 hex digits> (openssl rand -hex 16)");
                }
                make(file);
            }
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whoever comes second takes the key of whoever came first. */
    private static void make(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "data-key", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, "k1:" + HEX.formatHex(key) + "\n");
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException first) {
            // The key that is there is the key.
        } finally {
            Files.delete(fresh);
        }
    }

    String sealing() {
        return keys.keySet().iterator().next();
    }

    /** In the order of the file. */
    List<String> ids() {
        return List.copyOf(keys.keySet());
    }

    byte[] key(String id) {
        byte[] key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("Data key " + id + " is missing: text was sealed with it");
        }
        return key;
    }

    /** Ids with a fingerprint each, to notice a file that belongs to another database. */
    public Map<String, String> fingerprints() {
        Map<String, String> prints = new LinkedHashMap<>();
        keys.forEach((id, key) -> prints.put(id, fingerprint(id, key)));
        return prints;
    }

    private static String fingerprint(String id, byte[] key) {
        MessageDigest digest = Digests.sha256();
        digest.update(("lianban data key " + id).getBytes(StandardCharsets.UTF_8));
        return HEX.formatHex(digest.digest(key), 0, 8);
    }
}
