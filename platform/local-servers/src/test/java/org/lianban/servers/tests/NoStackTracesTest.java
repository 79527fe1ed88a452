package org.lianban.servers.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NoStackTracesTest {

    @Test
    void shouldFailAClassWithAnErrorNobodyExpected() {
        try (CapturedLog console = CapturedLog.of(Complaining.class)) {
            assertThat(NoLeaksTest.failuresOf(Complaining.class)).as("it was captured").isEmpty();
            assertThat(console.errors()).containsExactly("on purpose");
        }
        assertThat(NoLeaksTest.failuresOf(Complaining.class)).singleElement().asString()
                .contains("Complaining: on purpose: java.lang.IllegalStateException: a bug");
    }
}

/** Run by the test above alone: its name is no test's. */
class Complaining {
    @Test
    void complain() {
        LoggerFactory.getLogger(Complaining.class).error("on purpose", new IllegalStateException("a bug"));
    }
}
