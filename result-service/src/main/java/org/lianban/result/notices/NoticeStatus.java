package org.lianban.result.notices;

/** 文书状态: what became of a notice after it was sealed. */
public enum NoticeStatus {
    /** 已签发. */
    ISSUED,
    /** 已送达, with proof. */
    DELIVERED,
    /** 受送达人已确认. */
    ACKNOWLEDGED,
    /** 已作废 by a later notice, whatever happened before. */
    VOIDED;

    public static NoticeStatus of(boolean voided, boolean acknowledged, boolean delivered) {
        if (voided) {
            return VOIDED;
        }
        return acknowledged ? ACKNOWLEDGED : delivered ? DELIVERED : ISSUED;
    }
}
