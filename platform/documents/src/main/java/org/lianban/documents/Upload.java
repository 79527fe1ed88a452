package org.lianban.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads no more of a file than the limit. */
final class Upload {
    private Upload() {}

    static byte[] bytes(InputStream file, TableLimits limits) {
        int most = Math.toIntExact(Math.min(limits.bytes(), Integer.MAX_VALUE - 16));
        try {
            byte[] read = file.readNBytes(most + 1);
            if (read.length > most) {
                throw new UnreadableTableException("文件超过%d字节".formatted(most));
            }
            return read;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
