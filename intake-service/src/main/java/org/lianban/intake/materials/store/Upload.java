package org.lianban.intake.materials.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.StreamCipher;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.MaterialRules.Reason;
import org.lianban.intake.materials.FileKind;
import org.lianban.intake.materials.FileKind.NotTaken;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.security.Digests;

/** One file on its way in; used by one thread at a time. */
public final class Upload {
    /** Beyond this a sender is cut off. */
    private static final long READ_AT_MOST = 2 * FileKind.MAX_BYTES;

    private final Path temporary;
    private final FileChannel channel;
    private final FileKind kind;
    private final StreamCipher seal;
    private final MessageDigest digest;
    private final byte[] prefix = new byte[FileKind.PREFIX];
    private int prefixLength;
    private long bytes;
    private NotTaken.@Nullable Reason refused;

    /** @param seal what the content goes through on its way to the disk */
    Upload(Path temporary, FileChannel channel, FileKind kind, StreamCipher seal) {
        this.seal = seal;
        this.temporary = temporary;
        this.channel = channel;
        this.kind = kind;
        this.digest = Digests.sha256();
    }

    /**
     * A file that is refused is still read to its end, within reason: a client that is cut off while it sends may never
     * see the answer, and its connection cannot be used again.
     */
    void write(ByteBuffer buffer) throws IOException {
        bytes += buffer.remaining();
        if (bytes > FileKind.MAX_BYTES) {
            refused = NotTaken.Reason.TOO_LARGE;
        }
        if (bytes > READ_AT_MOST) {
            throw new NotTaken(NotTaken.Reason.TOO_LARGE);
        }
        ByteBuffer head = buffer.duplicate();
        while (prefixLength < prefix.length && head.hasRemaining()) {
            prefix[prefixLength++] = head.get();
        }
        if (prefixLength == prefix.length) {
            checkKind();
        }
        if (refused == null) {
            digest.update(buffer.duplicate());
            byte[] plain = new byte[buffer.remaining()];
            buffer.get(plain);
            seal.processBytes(plain, 0, plain.length, plain, 0);
            ByteBuffer sealed = ByteBuffer.wrap(plain);
            while (sealed.hasRemaining()) {
                channel.write(sealed);
            }
        }
    }

    private void checkKind() {
        if (refused == null && !kind.begins(Arrays.copyOf(prefix, prefixLength))) {
            refused = NotTaken.Reason.NOT_OF_ITS_TYPE;
        }
    }

    /** Durable under its digest when this returns: content first, then the name. */
    StoredMaterial finish(MaterialFiles files) throws IOException {
        if (bytes == 0) {
            throw new NotTaken(NotTaken.Reason.EMPTY);
        }
        checkKind();
        if (refused != null) {
            throw new NotTaken(refused);
        }
        String hex = HexFormat.of().formatHex(digest.digest());
        Path target = files.place(hex);
        if (!Files.exists(target)) {
            channel.force(true);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            for (Path directory = target.getParent(); directory != null
                    && directory.startsWith(files.root()); directory = directory
                            .getParent()) {
                force(directory);
            }
        }
        return new StoredMaterial("sha256:" + hex, kind.mediaType(), bytes);
    }

    /** A name is durable once its directory is; the directories above may be new as well. */
    private static void force(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
