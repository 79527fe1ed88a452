package org.lianban.messaging;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
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
                    || t instanceof R2dbcNonTransientResourceException || t instanceof R2dbcPermissionDeniedException
                    || t instanceof TimeoutException || t instanceof IOException || t instanceof KafkaException
                    || t instanceof InterruptedException || closed(t)) {
                return true;
            }
        }
        return false;
    }

    /** Server shutting down (57P01), connection failures (class 08), out of resources (class 53). */
    private static boolean closed(Throwable t) {
        if (!(t instanceof R2dbcException e) || t instanceof R2dbcBadGrammarException
                || t instanceof R2dbcDataIntegrityViolationException) {
            return false;
        }
        String state = e.getSqlState();
        return state != null && (state.startsWith("57P") || state.startsWith("08") || state.startsWith("53"));
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
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
