package org.lianban.scenarios;

/** The command line says something that cannot be done; the message tells the person what. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
