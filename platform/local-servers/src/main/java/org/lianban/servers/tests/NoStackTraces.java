package org.lianban.servers.tests;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test class fails where an error was logged with a stack trace that no test expected: whoever provokes one takes it by
 * {@link CapturedLog}.
 */
public final class NoStackTraces implements AfterAllCallback {
    private static final List<String> ERRORS = new CopyOnWriteArrayList<>();

    static void see(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR) && event.getThrowableProxy() != null) {
            ERRORS.add(event.getLoggerName() + ": " + event.getFormattedMessage() + ": "
                    + event.getThrowableProxy().getClassName() + ": " + event.getThrowableProxy().getMessage());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!ERRORS.isEmpty()) {
            List<String> errors = List.copyOf(ERRORS);
            ERRORS.clear();
            throw new AssertionError(
                    "Nobody expected these errors in the log, see target/test.log:\n" + String.join("\n", errors));
        }
    }
}
