package org.lianban.messaging;

/** Thrown by a handler for a message that can never be applied: it goes to quarantine with this reason. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String reason) {
        super(reason);
    }
}
