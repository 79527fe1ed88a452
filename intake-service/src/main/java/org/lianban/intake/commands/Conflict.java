package org.lianban.intake.commands;

import org.lianban.command.Refusal;

/** Why something is not possible in the state that it is in. */
public enum Conflict implements Refusal.Code {
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
    /** Single items can be withdrawn only after receipt; before it, the application as a whole. */
    NOT_YET_RECEIVED,
    /** Every item has its outcome; decided items stay. */
    SETTLED,
    /** 办理中: what has to wait for the end of the case, such as giving originals back. */
    STILL_HANDLED,
    /** Possible in another state of a ticket, a mandate or an original. */
    WRONG_STATE;

    @Override
    public Refusal.Kind kind() {
        return Refusal.Kind.CONFLICT;
    }
}
