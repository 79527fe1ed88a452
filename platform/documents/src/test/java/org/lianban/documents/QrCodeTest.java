package org.lianban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int SCALE = 8;

    /** Reads the drawing as a camera would: black where the path says so. */
    private static String decode(String svg) throws ReaderException {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(svg);
        assertThat(size.find()).isTrue();
        int edge = Integer.parseInt(size.group(1)) * SCALE;
        byte[] light = new byte[edge * edge];
        Arrays.fill(light, (byte) 255);
        for (Matcher run = RUN.matcher(svg); run.find();) {
            int x = Integer.parseInt(run.group(1)) * SCALE;
            int y = Integer.parseInt(run.group(2)) * SCALE;
            for (int line = y; line < y + SCALE; line++) {
                Arrays.fill(light, line * edge + x, line * edge + x + Integer.parseInt(run.group(3)) * SCALE, (byte) 0);
            }
        }
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new Grey(light, edge)))).getText();
    }

    private static final class Grey extends LuminanceSource {
        private final byte[] light;

        Grey(byte[] light, int edge) {
            super(edge, edge);
            this.light = light;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            return Arrays.copyOfRange(light, y * getWidth(), (y + 1) * getWidth());
        }

        @Override
        public byte[] getMatrix() {
            return light;
        }
    }

    @Test
    void shouldBeReadBack() throws ReaderException {
        String address = "https://zwfw.example.cn/api/one-things/XX-09/guide.html?form=full&version=3";

        assertThat(decode(QrCode.svg(address))).isEqualTo(address);
        assertThat(decode(QrCode.svg("新生儿出生“一件事”"))).isEqualTo("新生儿出生“一件事”");
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        assertThatThrownBy(() -> QrCode.svg("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QrCode.svg("长".repeat(2_000))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2000");
    }
}
