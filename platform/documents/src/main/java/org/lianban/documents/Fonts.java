package org.lianban.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one font of every document: Noto Sans SC Regular, SIL Open Font License 1.1, with all 20,976 ideographs of the
 * basic block, extension A and the rare characters of 通用规范汉字表. Reading its tables takes far longer than setting a
 * page, and a font that was read may be used by one document at a time, so read ones are kept and lent.
 */
final class Fonts {
    static final String FAMILY = "lianban";
    private static final byte[] FILE = file();

    private final Queue<TrueTypeFont> idle = new ConcurrentLinkedQueue<>();

    TrueTypeFont borrow() throws IOException {
        TrueTypeFont read = idle.poll();
        return read != null ? read : new TTFParser().parse(new RandomAccessReadBuffer(FILE));
    }

    /** Only after the document that used it was saved: a subset is cut out on saving. */
    void giveBack(TrueTypeFont font) {
        idle.add(font);
    }

    private static byte[] file() {
        try (InputStream found = Fonts.class.getResourceAsStream("NotoSansSC-Regular.ttf")) {
            if (found == null) {
                throw new IllegalStateException("Expected the font in the library, but it is missing");
            }
            return found.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
