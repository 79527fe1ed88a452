package org.lianban.documents;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode.Ecc;

/** 二维码 as SVG: dark modules as one path, four modules of quiet border, error correction M (15 %). */
public final class QrCode {
    private static final int QUIET = 4;
    private static final int SIZE = 132;

    private QrCode() {}

    /** A square of 132 px, about 35 mm on paper. */
    public static String svg(String text) {
        return svg(text, SIZE);
    }

    /**
     * @param text usually an address; about 2,300 bytes of UTF-8 at most
     * @param size edge in px
     * @throws IllegalArgumentException where the text is empty or too long for a QR code
     */
    public static String svg(String text, int size) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Expected text for the QR code, but it is empty");
        }
        io.nayuki.qrcodegen.QrCode code = encode(text);
        int edge = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            row(code, y, path);
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%1$d" viewBox="0 0 %2$d %2$d" \
                shape-rendering="crispEdges"><rect width="%2$d" height="%2$d" fill="#ffffff"/>\
                <path d="%3$s" fill="#000000"/></svg>""".formatted(size, edge, path);
    }

    private static io.nayuki.qrcodegen.QrCode encode(String text) {
        try {
            return io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        } catch (DataTooLongException tooLong) {
            throw new IllegalArgumentException(
                    "Expected text that fits a QR code, but it has %d characters".formatted(text.length()), tooLong);
        }
    }

    /** Neighbouring modules as one rectangle: fewer edges, no hairlines between them in print. */
    private static void row(io.nayuki.qrcodegen.QrCode code, int y, StringBuilder path) {
        int x = 0;
        while (x < code.size) {
            int start = x;
            while (x < code.size && code.getModule(x, y)) {
                x++;
            }
            if (x > start) {
                path.append("M%d %dh%dv1h-%dz".formatted(start + QUIET, y + QUIET, x - start, x - start));
            }
            x++;
        }
    }
}
