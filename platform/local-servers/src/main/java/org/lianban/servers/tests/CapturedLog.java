package org.lianban.servers.tests;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one logger says while a test provokes it; nothing of it is printed. */
public final class CapturedLog implements AutoCloseable {
    private static final List<CapturedLog> OPEN = new CopyOnWriteArrayList<>();

    private final String logger;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private CapturedLog(String logger) {
        this.logger = logger;
        OPEN.add(this);
    }

    public static CapturedLog of(Class<?> speaker) {
        return of(speaker.getName());
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
        OPEN.remove(this);
    }

    private static Optional<CapturedLog> capturing(ILoggingEvent event) {
        return OPEN.stream().filter(log -> log.logger.equals(event.getLoggerName())).findFirst();
    }

    /** For appenders that are to say only what nobody captures. Named in quiet.xml, as all of this. */
    public static final class Uncaptured extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            return capturing(event).isPresent() ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }

    /** Hands every event to whoever captures it, and what nobody expected to {@link NoStackTraces}. */
    public static final class Appender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            capturing(event).ifPresentOrElse(log -> log.events.add(event), () -> NoStackTraces.see(event));
        }
    }
}
