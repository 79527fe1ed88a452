package org.lianban.catalog.seed.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.lianban.catalog.seed.Seed;
import org.springframework.core.io.ClassPathResource;

/** Reads the seed from the classpath. */
public final class SeedFiles {
    private SeedFiles() {}

    public static Seed read() {
        Map<String, String> texts = new HashMap<>();
        for (String file : Seed.files()) {
            try (InputStream in = new ClassPathResource("seed/" + file).getInputStream()) {
                texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("The seed file " + file + " cannot be read", e);
            }
        }
        return Seed.assemble(texts);
    }
}
