package org.lianban.intake.windows;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Window.Operation;

/** 窗口操作 of a clerk. @param caseNo null for an upload */
public record Performed(String window, String clerk, Operation operation, @Nullable String region,
        @Nullable String caseNo) {
    /** 办件频次. @param hour its beginning */
    public record Volume(String window, Instant hour, Operation operation, long count, long clerks) {}
}
