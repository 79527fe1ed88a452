package org.lianban.documents;

import org.jspecify.annotations.Nullable;

/** The page is not well-formed XHTML; the message says where. */
public final class BrokenDocumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BrokenDocumentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
