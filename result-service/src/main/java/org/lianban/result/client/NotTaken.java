package org.lianban.result.client;

/** The other side answered that it will not take this, now or later. */
public final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotTaken(String message) {
        super(message);
    }
}
