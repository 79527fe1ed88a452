package org.lianban.intake.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitEmpty;

/**
 * 收件核验 of one material, by the clerk who received the application.
 *
 * @param originalChecked 已核对原件
 * @param points 审查要点, every one answered
 */
public record Review(String material, boolean present, boolean originalChecked, boolean formOk,
        @OmitEmpty List<Point> points, @Nullable String remark) {

    public Review {
        points = points == null ? List.of() : List.copyOf(points);
    }

    /** 审查要点 answered. */
    public record Point(String id, boolean pass, @Nullable String remark) {}
}
