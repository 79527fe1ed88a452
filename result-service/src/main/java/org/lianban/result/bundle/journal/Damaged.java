package org.lianban.result.bundle.journal;

/** The package cannot be trusted; the message says in Chinese why. */
public final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    public Damaged(String message) {
        super(message);
    }
}
