package org.lianban.result.archive;

/** The package cannot be trusted; the message says in Chinese why. */
public final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    Damaged(String message) {
        super(message);
    }
}
