package org.lianban.messaging;

/** Thrown by a handler that lacks something which is known to be on its way: the batch is tried again, whole. */
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotYet(String reason) {
        super(reason);
    }
}
