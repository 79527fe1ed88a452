package org.lianban.intake.checking;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.OmitFalse;

/**
 * 收件核验 of one material, by the clerk who received the application. That it was there and in due form goes without
 * saying, for otherwise there is no receipt.
 *
 * @param originalChecked 已核对原件
 * @param met 审查要点 that the clerk found met, by id: all of the version's
 * @param remarks on single points, by id
 */
public record Review(String material, @OmitFalse boolean originalChecked, @OmitEmpty List<String> met,
        @Nullable String remark, @Nullable Map<String, String> remarks) {

    public Review {
        met = met == null ? List.of() : List.copyOf(met);
        remarks = remarks == null || remarks.isEmpty() ? null : Map.copyOf(remarks);
    }
}
