package org.lianban.intake.application;

/**
 * Why a command was refused.
 *
 * @param detail in Chinese, for the applicant or the clerk
 */
public record Rejection(Kind kind, String detail) {
    public enum Kind {
        /** No application has this number. */
        UNKNOWN_CASE,
        /** The number is taken. */
        ALREADY_FILED,
        /** Only a submitted application can be received or sent back. */
        NOT_WAITING_FOR_RECEIPT,
        /** Nothing was asked to be corrected. */
        NO_CORRECTION_ASKED,
        /** 补正不来办结: the term of the correction ran out. */
        LAPSED,
        /** No material is owed, or not this one. */
        NOTHING_OWED,
        /** No department asked for a correction of this item. */
        NOT_ASKED,
        /** A deadline cannot be counted: no calendar covers it. */
        NOT_COUNTABLE,
        /** Single items can be withdrawn only after receipt; before it, the application as a whole. */
        NOT_YET_RECEIVED,
        /** The application does not contain the item. */
        UNKNOWN_ITEM,
        /** The whole application was withdrawn. */
        WITHDRAWN,
        /** Every item has its outcome; decided items stay. */
        SETTLED,
        /** 办理中: what has to wait for the end of the case, such as giving originals back. */
        STILL_HANDLED,
        /** Nothing of this kind has this number. */
        UNKNOWN,
        /** Possible in another state of a ticket or a mandate. */
        WRONG_STATE
    }
}
