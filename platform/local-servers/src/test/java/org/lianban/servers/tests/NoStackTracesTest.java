package org.lianban.servers.tests;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NoStackTracesTest {

    @Test
    void shouldFailAClassWithAnErrorNobodyExpected() {
        try (CapturedLog log = CapturedLog.of(Complaining.class)) {
            assertThat(NoLeaksTest.failuresOf(Complaining.class)).as("it was captured").isEmpty();
            assertThat(log.errors()).containsExactly("on purpose");
        }
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Appender<ILoggingEvent> console = root.getAppender("console");
        root.detachAppender(console);
        try {
            assertThat(NoLeaksTest.failuresOf(Complaining.class)).singleElement().asString()
                    .contains("Complaining: on purpose: java.lang.IllegalStateException: a bug");
        } finally {
            root.addAppender(console);
        }
    }
}

/** Run by the test above alone: its name is no test's. */
class Complaining {
    @Test
    void complain() {
        LoggerFactory.getLogger(Complaining.class).error("on purpose", new IllegalStateException("a bug"));
    }
}
