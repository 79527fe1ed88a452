package org.lianban.time;

import java.time.Instant;

/** 计时记录: one row of a {@link Ledger}. Texts are shown to applicants and clerks, in Chinese. */
public sealed interface Entry {
    Instant at();

    /**
     * 起算: the clock starts. A deemed acceptance starts back at the receipt of the materials (行政许可法 32(4)).
     *
     * @param reason for example 受理, 视为受理, 收件
     */
    record Start(Instant at, String reason) implements Entry {}

    /**
     * 暂停: a special procedure, a correction or a wait begins to stop the clock (行政许可法 45).
     *
     * @param key tells pauses that overlap apart
     */
    record Suspend(Instant at, String key, String reason) implements Entry {}

    /** 恢复: the pause of that key ends. */
    record Resume(Instant at, String key) implements Entry {}

    /**
     * 延期: the budget grows (行政许可法 42). How often and by how much is the caller's rule.
     *
     * @param extra of the ledger's unit
     */
    record Extend(Instant at, Budget extra, String reason) implements Entry {}

    /** 停止: the clock has done its work; what was due stays known. */
    record Stop(Instant at, String reason) implements Entry {}
}
