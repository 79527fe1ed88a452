package org.lianban.documents;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mustache templates of one class path directory, files named {@code <name>.mustache}; partials are found beside them.
 * Values are escaped for XHTML; characters that XML does not allow become U+FFFD, so that no input can break the page.
 * A name that the model lacks is an error, null prints as nothing, an empty text and zero count as absent in a section.
 * Models are records, maps and lists. Thread-safe; a template is compiled once.
 */
public final class Templates {
    private static final char UNPRINTABLE = '\uFFFD';

    private final String directory;
    private final Mustache.Compiler compiler;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    private Templates(String directory) {
        this.directory = directory;
        this.compiler = Mustache.compiler().withEscaper(Templates::escape).withLoader(this::open).nullValue("")
                .strictSections(true).emptyStringIsFalse(true).zeroIsFalse(true);
    }

    /** @param classpathDir for example {@code templates/guide} */
    public static Templates at(String classpathDir) {
        return new Templates(classpathDir.replaceAll("^/+|/+$", "") + "/");
    }

    /**
     * The filled-in template.
     *
     * @throws IllegalArgumentException where there is no such template, it cannot be parsed, or the model lacks a name
     */
    public String html(String template, Object model) {
        try {
            return compiled.computeIfAbsent(template, this::compile).execute(model);
        } catch (MustacheException wrong) {
            throw new IllegalArgumentException(
                    "Expected template %s to fit its model, but %s".formatted(template, wrong.getMessage()), wrong);
        }
    }

    private Template compile(String name) {
        try (Reader source = open(name)) {
            return compiler.compile(source);
        } catch (FileNotFoundException missing) {
            throw new IllegalArgumentException(missing.getMessage(), missing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Reader open(String name) throws FileNotFoundException {
        String path = directory + name + ".mustache";
        InputStream found = loader().getResourceAsStream(path);
        if (found == null) {
            throw new FileNotFoundException("Expected a template at %s, but there is none".formatted(path));
        }
        return new InputStreamReader(found, StandardCharsets.UTF_8);
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : Templates.class.getClassLoader();
    }

    private static String escape(String raw) {
        return Escapers.HTML.escape(printable(raw));
    }

    /** The text without what XML 1.0 does not allow. */
    static String printable(String raw) {
        if (raw.codePoints().allMatch(Templates::allowed)) {
            return raw;
        }
        StringBuilder clean = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> clean.appendCodePoint(allowed(c) ? c : UNPRINTABLE));
        return clean.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000;
    }
}
