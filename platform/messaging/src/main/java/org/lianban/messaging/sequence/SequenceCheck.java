package org.lianban.messaging.sequence;

/** What a sequence number says about an event, given the last one applied of its source and subject. */
public enum SequenceCheck {
    /** The one that follows: apply it. */
    NEXT,
    /** Seen before: drop it, counted. */
    DUPLICATE,
    /** One before it is missing: park it until that one comes. */
    GAP;

    /** @param lastSeen 0 when nothing was seen yet */
    public static SequenceCheck of(long lastSeen, long sequence) {
        if (sequence <= lastSeen) {
            return DUPLICATE;
        }
        return sequence == lastSeen + 1 ? NEXT : GAP;
    }
}
