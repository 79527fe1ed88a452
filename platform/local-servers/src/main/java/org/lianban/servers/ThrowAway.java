package org.lianban.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Directories under {@code java.io.tmpdir} that a test run makes and removes. */
final class ThrowAway {
    private static final Logger LOG = LoggerFactory.getLogger(ThrowAway.class);

    private ThrowAway() {}

    /** A new directory that carries our process number, after removing those of processes that are no more. */
    static Path directory(String prefix) {
        try {
            Path parent = Path.of(System.getProperty("java.io.tmpdir"));
            removeLeftovers(parent, Pattern.compile(Pattern.quote(prefix) + "-(\\d{1,10})-.*"));
            return Files.createTempDirectory(parent, prefix + "-" + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory", e);
        }
    }

    /** A killed test run leaves its directory behind, and perhaps a running PostgreSQL on it. */
    private static void removeLeftovers(Path parent, Pattern ours) throws IOException {
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent, Files::isDirectory)) {
            for (Path sibling : siblings) {
                Matcher name = ours.matcher(sibling.getFileName().toString());
                if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    LOG.info("Removing {}, left by a process that has ended", sibling);
                    Orphan.clear(sibling.resolve("data"));
                    delete(sibling);
                }
            }
        }
    }

    /** Removes a tree; links are removed and not followed, and what is gone already is no fault. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
