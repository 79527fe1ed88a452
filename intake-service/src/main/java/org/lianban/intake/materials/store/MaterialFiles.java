package org.lianban.intake.materials.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.lianban.intake.materials.FileKind;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.security.Digests;
import org.lianban.security.PersonalDataCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * 材料文件: content named by its digest, {@code materials/ab/cd/<64 hex digits>}. A file is written beside, forced to
 * disk and renamed, so that what has a digest is whole; the same content twice is one file. What lies on the disk is
 * sealed.
 */
public final class MaterialFiles {
    /** Buffers waiting for the disk, per upload. */
    private static final int AHEAD = 4;
    private static final int BUFFER = 64 * 1024;
    private static final Duration ABANDONED = Duration.ofHours(24);
    private static final Logger LOG = LoggerFactory.getLogger(MaterialFiles.class);

    private final FileSeal seal;
    private final Path root;
    private final Path incoming;
    /** @param dataDir of the place */
    public MaterialFiles(Path dataDir, PersonalDataCipher cipher) throws IOException {
        this.seal = new FileSeal(cipher);
        this.root = dataDir.resolve("materials").toAbsolutePath();
        this.incoming = Files.createDirectories(root.resolve("incoming"));
    }

    /** Removes what uploads left behind that were cut off by the end of the process. */
    public void sweep(Instant now) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(FileTime.from(now.minus(ABANDONED))) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * Takes a file as it arrives; never more than a few buffers of it are in memory.
     *
     * @throws NotTaken as an error signal
     */
    public Mono<StoredMaterial> take(Flux<DataBuffer> content, FileKind kind) {
        return Mono.usingWhen(open(kind), upload -> content.publishOn(Schedulers.boundedElastic(), AHEAD)
                .doOnNext(buffer -> write(upload, buffer)).doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .then(Mono.fromCallable(() -> upload.finish(this))), MaterialFiles::close);
    }

    private Mono<Upload> open(FileKind kind) {
        return Mono.fromCallable(() -> {
            Path file = Files.createTempFile(incoming, "upload", ".part");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            return new Upload(file, channel, kind, seal.begin(channel));
        }).subscribeOn(Schedulers.boundedElastic());
    }

    private static void write(Upload upload, DataBuffer buffer) {
        try (DataBuffer.ByteBufferIterator bytes = buffer.readableByteBuffers()) {
            while (bytes.hasNext()) {
                upload.write(bytes.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static Mono<Void> close(Upload upload) {
        return Mono.<Void>fromRunnable(() -> {
            try {
                upload.close();
            } catch (IOException e) {
                LOG.warn("An upload's temporary file stays until it is swept: {}", e.getMessage());
            }
        }).subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * SM3 (GB/T 32905) of the stored content.
     *
     * @return {@code sm3:} and 64 hex digits; empty when the file is gone
     */
    public Mono<String> sm3(String digest) {
        return Mono.fromCallable(() -> {
            Path file = path(digest);
            if (!Files.exists(file)) {
                return null;
            }
            try (InputStream content = seal.open(file)) {
                return Digests.sm3(content);
            }
        }).subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * The plain content, a few buffers at a time and never on an event loop.
     *
     * @param digest of a file that {@link MaterialRepository} knows
     */
    public Flux<DataBuffer> content(String digest) {
        return DataBufferUtils.readInputStream(() -> seal.open(path(digest)), DefaultDataBufferFactory.sharedInstance,
                BUFFER).subscribeOn(Schedulers.boundedElastic());
    }

    /** @param digest of a file that {@link MaterialRepository} knows */
    public Path path(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    /** Where a file is to lie; its directories are made. */
    Path place(String hex) throws IOException {
        Path place = path(hex);
        Files.createDirectories(place.resolveSibling(".").normalize());
        return place;
    }

    /** What directories are made durable up to, itself included. */
    Path root() {
        return root;
    }
}
