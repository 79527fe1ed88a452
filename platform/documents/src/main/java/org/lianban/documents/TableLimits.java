package org.lianban.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What is read from a table that somebody uploads.
 *
 * @param bytes of the file
 * @param unpackedBytes of an XLSX file's parts together, since a small archive may unpack to gigabytes
 * @param rows per sheet, headings included
 * @param columns per row
 * @param characters per cell
 * @param sheets per file
 */
public record TableLimits(long bytes, long unpackedBytes, int rows, int columns, int characters, int sheets) {
    public static final TableLimits DEFAULT = new TableLimits(10L << 20, 100L << 20, 20_000, 200, 32_767, 50);

    /** Of a file no more than may be. */
    byte[] read(InputStream file) {
        int most = Math.toIntExact(Math.min(bytes, Integer.MAX_VALUE - 16));
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
