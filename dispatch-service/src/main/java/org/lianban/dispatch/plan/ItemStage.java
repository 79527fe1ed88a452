package org.lianban.dispatch.plan;

/** The life cycle's states by name, as tables, storage and views spell them; {@link ItemStatus} holds what is true in each. */
public enum ItemStage {
    /** 容缺预审: a hard prerequisite is open or a material is owed, only pre-review is possible. */
    WAITING,
    /** 可决定: every hard prerequisite is satisfied or was let go by the lead. */
    READY,
    /** 前置未通过, 容缺逾期: waits for the lead department's decision. */
    BLOCKED,
    /** 终止中: the adapter was asked to end it; a decision that was first still stands. */
    CANCELLING,
    /** 已结束: the adapter said how. */
    ENDED
}
