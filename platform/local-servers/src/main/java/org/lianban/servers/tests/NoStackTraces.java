package org.lianban.servers.tests;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * A test class fails where an error was logged with a stack trace that no test expected: whoever provokes one takes it by
 * {@link CapturedLog}.
 */
public final class NoStackTraces implements AfterAllCallback {
    private static final List<String> ERRORS = new CopyOnWriteArrayList<>();

    static {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Watch watch = new Watch();
            watch.attach(context);
            context.addListener(watch);
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

    private static final class Watch extends AppenderBase<ILoggingEvent> implements LoggerContextListener {
        void attach(LoggerContext context) {
            setContext(context);
            start();
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.ERROR) && event.getThrowableProxy() != null) {
                ERRORS.add(event.getLoggerName() + ": " + event.getFormattedMessage() + ": "
                        + event.getThrowableProxy().getClassName() + ": " + event.getThrowableProxy().getMessage());
            }
        }

        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onStart(LoggerContext context) {
            attach(context);
        }

        @Override
        public void onReset(LoggerContext context) {
            attach(context);
        }

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {}
    }
}
