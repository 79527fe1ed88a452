package org.lianban.catalog.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The seed's files from the classpath. */
final class SeedTexts {
    private SeedTexts() {}

    static Map<String, String> all() {
        Map<String, String> texts = new HashMap<>();
        for (String file : Seed.files()) {
            try (InputStream in = Objects.requireNonNull(Seed.class.getResourceAsStream("/seed/" + file), file)) {
                texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
