package org.lianban.intake.custody;

import java.time.Instant;
import java.util.List;

/**
 * 打印留存: departments keep electronic copies, and print only what they have to keep on paper (新政文〔2024〕62号 附件3:
 * 确需纸质材料留档的，将电子材料打印留存).
 *
 * @param ordinal from 1 within the case
 * @param copies 1 to 99
 */
public record Print(int ordinal, List<String> materials, int copies, String purpose, String by, Instant at) {
    public Print {
        materials = List.copyOf(materials);
    }
}
