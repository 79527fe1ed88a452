package org.lianban.servers.tests;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What one logger says while a test provokes it; nothing of it is printed. */
public final class CapturedLog implements AutoCloseable {
    private final Logger logger;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };

    /** An application that starts sets the whole logging up anew. */
    private final LoggerContextListener resets = new LoggerContextListener() {
        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            attach();
        }

        @Override
        public void onStart(LoggerContext context) {
            attach();
        }

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger changed, Level level) {}
    };

    private CapturedLog(String name) {
        this.logger = (Logger) LoggerFactory.getLogger(name);
        appender.setContext(logger.getLoggerContext());
        appender.start();
        attach();
        logger.getLoggerContext().addListener(resets);
    }

    private void attach() {
        logger.addAppender(appender);
        logger.setAdditive(false);
    }

    public static CapturedLog of(Class<?> speaker) {
        return new CapturedLog(speaker.getName());
    }

    public static CapturedLog of(String logger) {
        return new CapturedLog(logger);
    }

    /** As it was said, in order. */
    public List<String> warnings() {
        return at(Level.WARN);
    }

    public List<String> errors() {
        return at(Level.ERROR);
    }

    private List<String> at(Level level) {
        return events.stream().filter(event -> event.getLevel() == level).map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.getLoggerContext().removeListener(resets);
        logger.detachAppender(appender);
        logger.setAdditive(true);
        appender.stop();
    }
}
