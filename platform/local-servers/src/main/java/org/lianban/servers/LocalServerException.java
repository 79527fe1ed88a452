package org.lianban.servers;

/** A local server could not be started, reached or stopped; the message says what a person can do about it. */
public class LocalServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalServerException(String message) {
        super(message);
    }

    public LocalServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
