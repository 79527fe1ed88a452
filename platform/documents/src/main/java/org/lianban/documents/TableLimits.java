package org.lianban.documents;

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
}
