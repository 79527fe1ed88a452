package org.lianban.messaging;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcPermissionDeniedException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;

/** Tells a failure of the surroundings, which passes, from a failure of the message, which stays. */
public final class Failures {
    private Failures() {}

    /** True for a lost or refused connection, a timeout, a deadlock, a full pool, a broker that does not answer. */
    public static boolean passing(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (t instanceof NotYet || t instanceof R2dbcTransientException || t instanceof R2dbcRollbackException
                    || t instanceof R2dbcPermissionDeniedException || t instanceof TimeoutException
                    || t instanceof IOException || t instanceof KafkaException || t instanceof InterruptedException
                    || resource(t)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The driver calls everything a resource failure that it cannot place. A lost connection has no SQL state or one
     * of class 08, a server shutting down 57P01, out of resources class 53. A value too large for an index (class 54)
     * or an exception raised by our own SQL (P0) is of the message and stays.
     */
    private static boolean resource(Throwable t) {
        if (!(t instanceof R2dbcNonTransientResourceException e)) {
            return false;
        }
        String state = e.getSqlState();
        return state == null || !(state.startsWith("54") || state.startsWith("P0"));
    }

    /** One line for a quarantine row or a log: class and message of the innermost cause, at most 500 characters. */
    public static String reason(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null && t.getCause() != t) {
            t = t.getCause();
        }
        String text = t instanceof Refused
                ? String.valueOf(t.getMessage())
                : t.getClass().getSimpleName() + ": " + t.getMessage();
        return text.codePoints().limit(500)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
