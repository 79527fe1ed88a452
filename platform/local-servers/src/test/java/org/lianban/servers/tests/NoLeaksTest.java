package org.lianban.servers.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class NoLeaksTest {

    static List<String> failuresOf(Class<?> test) {
        List<String> failures = new ArrayList<>();
        LauncherFactory.create().execute(
                LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test)).build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier what, TestExecutionResult result) {
                        result.getThrowable().ifPresent(failure -> failures.add(failure.getMessage()));
                    }
                });
        return failures;
    }

    @Test
    void shouldFailARunThatLeaks() {
        assertThat(failuresOf(Leaking.class)).singleElement().asString().contains("1 buffers were not released",
                "Leaking.leak");
    }

    @Test
    void shouldLetARunPassThatReleases() {
        assertThat(failuresOf(Releasing.class)).isEmpty();
    }
}

/** Run by the test above alone: its name is no test's. */
class Leaking {
    @Test
    void leak() {
        ByteBufAllocator.DEFAULT.buffer(100).writeInt(1);
    }
}

class Releasing {
    @Test
    void release() {
        ByteBufAllocator.DEFAULT.buffer(100).writeInt(1).release();
    }
}
