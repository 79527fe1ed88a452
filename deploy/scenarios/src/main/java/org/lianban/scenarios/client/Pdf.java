package org.lianban.scenarios.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A one-page PDF with lines of Chinese text, in the font that every reader substitutes for itself. */
final class Pdf {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private Pdf() {}

    static byte[] page(List<String> lines) {
        Pdf pdf = new Pdf();
        pdf.write("%PDF-1.4\n");
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F 5 0 R>>>>>>");
        String text = text(lines);
        pdf.object("<</Length " + text.length() + ">>stream\n" + text + "\nendstream");
        pdf.object("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>");
        pdf.object("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 7 0 R"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>");
        pdf.object("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
                + "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>");
        return pdf.end();
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder("BT /F 16 Tf 28 TL 72 760 Td");
        for (String line : lines) {
            text.append(" <").append(HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)))
                    .append("> Tj T*");
        }
        return text.append(" ET").toString();
    }

    private void object(String content) {
        offsets.add(bytes.size());
        write(offsets.size() + " 0 obj\n" + content + "\nendobj\n");
    }

    private byte[] end() {
        int start = bytes.size();
        write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
        write("trailer<</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n");
        return bytes.toByteArray();
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
