package org.lianban.documents;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180; a cell is quoted or it ends at the next comma or line end. */
final class CsvReader {
    private final String text;
    private final TableLimits limits;
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvReader(String text, TableLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    static List<List<String>> read(InputStream file, TableLimits limits) {
        return new CsvReader(decode(limits.read(file)), limits).rows();
    }

    private List<List<String>> rows() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '"' -> quote();
                case ',' -> endCell();
                case '\r' -> carriageReturn();
                case '\n' -> endRow();
                default -> take(c);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            endRow();
        }
        return rows;
    }

    /** Only at the beginning of a cell it opens a quotation. */
    private void quote() {
        if (cell.isEmpty()) {
            quoted();
        } else {
            take('"');
        }
    }

    private void carriageReturn() {
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        endRow();
    }

    private void quoted() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                take(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                take(c);
                at++;
            } else {
                return;
            }
        }
        throw new UnreadableTableException("第%d行引号没有配对".formatted(rows.size() + 1));
    }

    private void take(char c) {
        if (cell.length() >= limits.characters()) {
            throw new UnreadableTableException(
                    "第%d行第%d列超过%d字".formatted(rows.size() + 1, row.size() + 1, limits.characters()));
        }
        cell.append(c);
    }

    private void endCell() {
        if (row.size() >= limits.columns()) {
            throw new UnreadableTableException("第%d行超过%d列".formatted(rows.size() + 1, limits.columns()));
        }
        row.add(Formulas.plain(cell.toString()));
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (rows.size() >= limits.rows()) {
            throw new UnreadableTableException("超过%d行".formatted(limits.rows()));
        }
        rows.add(trimmed(row));
        row = new ArrayList<>();
    }

    static List<String> trimmed(List<String> row) {
        int end = row.size();
        while (end > 0 && row.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(row.subList(0, end));
    }

    private static String decode(byte[] file) {
        try {
            String text = decode(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            try {
                return decode(file, Charset.forName("GB18030"));
            } catch (CharacterCodingException neither) {
                throw new UnreadableTableException("文件编码应为UTF-8或GB18030", neither);
            }
        }
    }

    private static String decode(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }
}
