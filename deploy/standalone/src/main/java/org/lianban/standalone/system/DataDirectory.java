package org.lianban.standalone.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.lianban.standalone.system.LianbanSystem.StartFailure;

/** The directory one system lives in, locked for as long as this process has it open. */
final class DataDirectory implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** @throws StartFailure when another process has it, or it cannot be written */
    static DataDirectory open(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        Path file = absolute.resolve("lock");
        try {
            Files.createDirectories(absolute);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure("Another Lianban (pid " + Files.readString(file).strip() + ") already runs on "
                        + absolute + ". Stop it, or use another directory with --data DIR.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer
                    .wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
            return new DataDirectory(absolute, channel);
        } catch (IOException e) {
            throw new StartFailure("Cannot use " + absolute + " as data directory: " + e, e);
        }
    }

    /** The operating system gives the lock back when a process ends, however it ends. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path departments() {
        return root.resolve("departments");
    }

    Path clock() {
        return clockIn(root);
    }

    static Path clockIn(Path root) {
        return root.resolve("clock");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
