package org.lianban.documents;

import org.jspecify.annotations.Nullable;

/** The upload is no table that can be read, or exceeds a limit; the message, in Chinese, says which and where. */
public final class UnreadableTableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnreadableTableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    UnreadableTableException(String message) {
        this(message, null);
    }
}
